/** What holds for every offer, whichever clauses it combines. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ROUND_DOWN, scaleShares } from '../basics/rounding.ts';
import { generatedOffer, type GeneratedOffer, sourceOf, type Table } from './generated-offers.fixture.ts';
import { records } from './offer-book.fixture.ts';
import type { OfferRun } from './offer-run.ts';
import { runOffer } from './run-offer.ts';
import type { Line } from './steps/line.ts';

const OFFERS = 100;
const runOf = (offer: GeneratedOffer): OfferRun => runOffer(sourceOf(offer));
const holds = (property: (offer: GeneratedOffer) => void): void => {
  fc.assert(fc.property(generatedOffer, property), { numRuns: OFFERS });
};

const reversed = ([header = [], ...rows]: Table): Table => [header, ...rows.toReversed()];

/** A run's rows in an order that the ledger's does not decide. */
const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
/** Where shares are rounded per holder, the contract gives the earlier row what is left of a tie. */
const roundsPerHolder = ({ OfferRatios: [header = [], ...rows] }: GeneratedOffer): boolean =>
  rows.some((row) => row[header.indexOf('Round Per')] === 'Holder');

describe('Every offer, whichever clauses it combines', () => {
  it('uses the clauses in the offers that are drawn', () => {
    const seen = new Map<string, number>();
    const see = (clause: string, isThere: boolean): void => {
      seen.set(clause, (seen.get(clause) ?? 0) + Number(isThere));
    };
    holds((offer) => {
      const { lines, grants, events } = runOf(offer);
      for (const { line } of lines) {
        for (const award of ['Option', 'SAR', 'RSU', 'Stock', 'Cash']) see(award, line.award.name === award);
        for (const part of ['All', 'Vested', 'Unvested']) see(part, line.portion === part);
        for (const status of ['Granted', 'Lapsed', 'Cash']) see(status, line.status === status);
        see('And', line.isFurther);
        see('Premium', line.premium !== undefined);
        see('Rounded per holder', (line.roundedWith?.lines ?? 0) > 1);
        see('Choice', line.part?.choice === 'Units');
        see('Percent', line.part !== undefined && line.part.shares < line.part.of);
        see('Old schedule', (line.terms.vesting?.text ?? '').startsWith('old'));
        see('Remaining vesting', (line.terms.vesting?.text ?? '').startsWith('remaining'));
        see('Cash in instalments', line.award.paysCash && line.dates.length > 1);
      }
      see(
        'Look-back',
        grants.some(({ grant }) => grant.isRequired),
      );
      see(
        'Withdrawn',
        grants.some(({ grant }) => grant.election === 'Withdrawn'),
      );
      see(
        'Rule',
        grants.some(({ grant }) => !grant.isEligible && grant.standing.length === 0),
      );
      see('Events', events.length > 0);
    });
    assert.deepEqual(
      [...seen].filter(([, times]) => times === 0),
      [],
    );
    assert.equal(seen.size, 22);
  });

  it('neither makes nor loses a share, by grant and by part', () => {
    holds((offer) => {
      const { lines, grants, summary } = runOf(offer);
      let cancelled = 0;
      for (const { grant } of grants) {
        const own = lines.filter(({ line }) => line.grant === grant && !line.isFurther);
        const sum = own.reduce((total, { line }) => total + line.cancelled, 0);
        assert.ok(sum <= grant.outstanding);
        for (const { line } of own) assert.ok(line.cancelled <= (line.part?.of ?? grant.outstanding));
        assert.equal(new Set(own.map(({ line }) => line.portion)).size, own.length);
        cancelled += sum;
      }
      assert.equal(summary.measures.find(({ name }) => name === 'Shares cancelled')?.value, cancelled);
    });
  });

  it('grants nothing to who left, withdrew or did not elect', () => {
    holds((offer) => {
      for (const { line } of runOf(offer).lines) {
        const { grant } = line;
        assert.ok(grant.isRequired || grant.election === 'Elected');
        assert.ok(grant.termination === undefined || line.status === 'Lapsed');
        if (line.status === 'Lapsed')
          assert.deepEqual([line.shares, line.cash, line.vestingDates], [0, 0, 0]);
      }
    });
  });

  it('gives the same whatever the order of elections', () => {
    holds((offer) => {
      const [one, other] = [
        runOf(offer),
        runOf({ ...offer, OfferElections: reversed(offer.OfferElections) }),
      ];
      assert.deepEqual(other.newGrants.rows, one.newGrants.rows);
      assert.deepEqual(other.eligibility.rows, one.eligibility.rows);
    });
  });

  it('gives the same whatever the order of the ledger, but for shares left over in rounding per holder', () => {
    holds((offer) => {
      fc.pre(!roundsPerHolder(offer));
      const [one, other] = [runOf(offer), runOf({ ...offer, Ledger: reversed(offer.Ledger) })];
      assert.deepEqual(sorted(records(other.eligibility)), sorted(records(one.eligibility)));
      assert.deepEqual(
        sorted(records(other.newGrants).map((row) => ({ ...row, 'New Grant ID': '' }))),
        sorted(records(one.newGrants).map((row) => ({ ...row, 'New Grant ID': '' }))),
      );
    });
  });

  it('changes nobody by a stranger', () => {
    holds((offer) => {
      const [header = []] = offer.Ledger;
      const like = offer.Ledger[1] ?? [];
      const stranger = header.map((name, at) =>
        name === 'Holder ID'
          ? 'S'
          : name === 'Grant ID'
            ? 'S1'
            : name === 'Outstanding'
              ? 5000
              : (like[at] ?? ''),
      );
      const [one, other] = [runOf(offer), runOf({ ...offer, Ledger: [...offer.Ledger, stranger] })];
      assert.deepEqual(other.newGrants.rows, one.newGrants.rows);
      assert.deepEqual(other.vesting.rows, one.vesting.rows);
      assert.deepEqual(other.eligibility.rows.slice(0, -1), one.eligibility.rows);
    });
  });

  it('takes a blank column of OfferRatios as none', () => {
    const needed = ['Old per New', 'Award'];
    let compared = 0;
    const property = fc.property(generatedOffer, fc.nat(), (offer, chosen) => {
      const [header = [], ...rows] = offer.OfferRatios;
      const columns = header.filter((column) => !needed.includes(String(column)));
      const name = columns[chosen % columns.length] ?? '';
      const at = header.indexOf(name);
      const blank = { ...offer, OfferRatios: [header, ...rows.map((row) => row.with(at, ''))] };
      const without = { ...offer, OfferRatios: offer.OfferRatios.map((row) => row.toSpliced(at, 1)) };
      let one: OfferRun;
      try {
        one = runOf(blank);
      } catch {
        // A premium's price needs its date: refused either way.
        assert.throws(() => runOf(without), String(name));
        return;
      }
      compared++;
      assert.deepEqual(runOf(without).newGrants.rows, one.newGrants.rows, String(name));
    });
    fc.assert(property, { numRuns: OFFERS });
    assert.ok(compared > OFFERS / 2);
  });

  it('vests every share and every cent that is granted, and cash in whole cents', () => {
    holds((offer) => {
      for (const { line } of runOf(offer).lines) {
        const due = line.award.paysCash ? Math.round(line.cash * 100) : (line.shares ?? 0);
        const unit = line.award.paysCash ? 100 : 1;
        const amounts = line.amounts.map((amount) => Math.round(amount * unit));
        line.amounts.forEach((amount, at) => assert.ok(Math.abs(amount * unit - (amounts[at] ?? 0)) < 1e-6));
        if (line.status !== 'Lapsed')
          assert.equal(
            amounts.reduce((sum, amount) => sum + amount, 0),
            due,
          );
      }
    });
  });

  it('gives a holder the rounded sum where they are rounded together', () => {
    holds((offer) => {
      const groups = new Map<NonNullable<Line['roundedWith']>['exact'], Line[]>();
      for (const { line } of runOf(offer).lines)
        if (line.roundedWith !== undefined)
          groups.set(line.roundedWith.exact, [...(groups.get(line.roundedWith.exact) ?? []), line]);
      for (const [exact, lines] of groups) {
        const [first] = lines;
        assert.equal(first?.roundedWith?.total, scaleShares(1, exact, first?.terms.rounding ?? ROUND_DOWN));
        // A minimum may have rejected some of them.
        if (lines.length === first.roundedWith.lines)
          assert.equal(
            lines.reduce((sum, { counted }) => sum + counted, 0),
            first.roundedWith.total,
          );
      }
    });
  });
});
