/**
 * What is declared as data in German, by its English text: the functions with their sections, arguments and results, the
 * totals of a run, the stages of an offer, what a blank term means.
 */
export const GERMAN_TEXTS: Readonly<Record<string, string>> = {
  'Whether a grant passes every eligibility rule of the offer: TRUE or FALSE.':
    'Ob eine Zuteilung jede Regel des Angebots erfüllt: TRUE oder FALSE.',
  'TRUE where the grant passes every rule.': 'TRUE, wenn die Zuteilung jede Regel erfüllt.',
  "The ledger's header row, such as A4:Q4.": 'Die Kopfzeile des Bestands, etwa A4:Q4.',
  'The row of one grant, under those headers, such as A5:Q5.':
    'Die Zeile einer Zuteilung unter diesen Köpfen, etwa A5:Q5.',
  'Table with headers Field, Operator, Value and optionally Reason. Select it with its header row.':
    'Tabelle mit den Köpfen Field, Operator, Value und wahlweise Reason. Wählen Sie sie mit ihrer Kopfzeile aus.',
  'Date for Remaining Term and Grant Age; needed only where a rule uses one of them.':
    'Tag für Remaining Term und Grant Age; nur nötig, wo eine Regel sie verwendet.',
  'Why a grant is not eligible: the reasons of every rule that it fails; empty where it passes all.':
    'Warum eine Zuteilung nicht berechtigt ist: die Gründe jeder Regel, die sie verfehlt; leer, wenn sie alle erfüllt.',
  'Reasons, joined with "; "; empty where the grant is eligible.':
    'Gründe, verbunden durch „; “; leer, wenn die Zuteilung berechtigt ist.',
  'Eligibility of a whole ledger at once: one row per grant with Eligible and Reasons.':
    'Die Berechtigung eines ganzen Bestands auf einmal: je Zuteilung eine Zeile mit Eligible und Reasons.',
  'A table: Eligible (TRUE or FALSE) and Reasons.': 'Eine Tabelle: Eligible (TRUE oder FALSE) und Reasons.',
  'The ledger with its header row, such as A4:Q400.': 'Der Bestand mit seiner Kopfzeile, etwa A4:Q400.',
  'The new shares per cancelled share that a table of price tiers gives for an exercise price.':
    'Die neuen Aktien je gestrichener Aktie, die eine Tabelle von Preisstufen für einen Ausübungspreis ergibt.',
  'New shares per cancelled share.': 'Neue Aktien je gestrichener Aktie.',
  'Exercise price per share of the option to be exchanged.':
    'Ausübungspreis je Aktie der Option, die getauscht werden soll.',
  'Table with headers: From, optionally To, and New per Old or Old per New. Select it with its header row.':
    'Tabelle mit den Köpfen From, wahlweise To, und New per Old oder Old per New. Wählen Sie sie mit ihrer Kopfzeile aus.',
  'The whole number of new shares that cancelled shares bring at an exchange ratio.':
    'Die ganze Zahl neuer Aktien, die gestrichene Aktien bei einem Tauschverhältnis ergeben.',
  'Whole new shares.': 'Neue Aktien als ganze Zahl.',
  'Number of shares cancelled in the exchange, whole.': 'Im Tausch gestrichene Aktien, als ganze Zahl.',
  'Exchange ratio: new per old as a number or percent (0.75, 75%), or old to new as text ("4:1", "2.5-to-1", "3 new for 4 old").':
    'Tauschverhältnis: neu je alt als Zahl oder Prozentsatz (0.75, 75%), oder alt zu neu als Text („4:1“, „2.5-to-1“, „3 new for 4 old“).',
  'What becomes of a fraction of a share: down (default), up or nearest.':
    'Was aus dem Bruchteil einer neuen Aktie wird: down (Standard), up oder nearest.',
  'The date of the six-months-and-a-day convention: so long after cancellation, new options used to be granted.':
    'Der Tag der Regel von sechs Monaten und einem Tag: So lange nach der Streichung wurden neue Optionen früher zugeteilt.',
  'Date of the convention.': 'Tag nach dieser Regel.',
  'Date on which the tendered options are cancelled.':
    'Tag, an dem die angedienten Optionen gestrichen werden.',
  'Whole months to wait, 0 to 120. 6 if left out.':
    'Ganze Monate, die zu warten ist, 0 bis 120. 6, wenn ausgelassen.',
  'Days to add after the months. 1 if left out.':
    'Tage, die nach den Monaten hinzukommen. 1, wenn ausgelassen.',
  'What to do with a weekend or holiday: none (default) or next business day.':
    'Was an einem Wochenende oder Feiertag geschieht: none (Standard) oder next business day.',
  'The earliest date on which an exchange offer may expire: its 20th business day, the first day counted.':
    'Der früheste Tag, an dem ein Tauschangebot enden darf: sein 20. Geschäftstag, den ersten mitgezählt.',
  'Earliest permitted expiration date.': 'Frühestes zulässiges Ende des Angebots.',
  'Date on which the offer commences. It counts where it is a business day.':
    'Tag, an dem das Angebot beginnt. Er zählt mit, wenn er ein Geschäftstag ist.',
  'Business days that the offer must stay open. 20 if left out.':
    'Geschäftstage, die das Angebot offen bleiben muss. 20, wenn ausgelassen.',
  'Whether a grant is elected, withdrawn or neither, by the last election that came in before the offer expired.':
    'Ob eine Zuteilung angenommen, zurückgezogen oder keines von beidem ist, nach der letzten Erklärung vor dem Ablauf des Angebots.',
  'Elected, Withdrawn or None.': 'Elected, Withdrawn oder None.',
  'Id of the holder, as in the elections table.': 'ID des Inhabers wie in der Tabelle der Erklärungen.',
  'Id of the grant, as in the elections table.': 'ID der Zuteilung wie in der Tabelle der Erklärungen.',
  'Table with headers Holder ID, Grant ID, Action and Received. Select it with its header row.':
    'Tabelle mit den Köpfen Holder ID, Grant ID, Action und Received. Wählen Sie sie mit ihrer Kopfzeile aus.',
  'When the offer expires; later elections do not count. All count if left out.':
    'Wann das Angebot abläuft; spätere Erklärungen zählen nicht. Alle zählen, wenn ausgelassen.',
  'The vesting table of an award: every date on which shares vest, with shares, cumulative shares and percent.':
    'Die Vesting-Tabelle einer Zuteilung: jeder Tag, an dem Aktien unverfallbar werden, mit Aktien, Summe und Prozentsatz.',
  'A table: Date, Shares, Cumulative, Percent.': 'Eine Tabelle: Date, Shares, Cumulative, Percent.',
  'Number of shares of the award, whole.': 'Aktien der Zuteilung, als ganze Zahl.',
  'Date from which vesting is counted.': 'Tag, von dem an das Vesting zählt.',
  'Vesting schedule in words, such as "50% at 6 months, then 50% monthly over 24 months" or "monthly over 4 years with a 1 year cliff".':
    'Vesting-Plan in Worten, etwa „50% at 6 months, then 50% monthly over 24 months“ oder „monthly over 4 years with a 1 year cliff“.',
  'Last day of service, if it has ended: nothing vests after it. A date equal to it still vests.':
    'Letzter Tag der Beschäftigung, wenn sie geendet hat: Danach wird nichts unverfallbar, an diesem Tag noch.',
  'How whole shares are spread over the dates: CUMULATIVE_ROUND_DOWN (default), CUMULATIVE_ROUNDING, FRONT_LOADED, BACK_LOADED, FRONT_LOADED_TO_SINGLE_TRANCHE, BACK_LOADED_TO_SINGLE_TRANCHE or FRACTIONAL.':
    'Wie ganze Aktien auf die Tage verteilt werden: CUMULATIVE_ROUND_DOWN (Standard), CUMULATIVE_ROUNDING, FRONT_LOADED, BACK_LOADED, FRONT_LOADED_TO_SINGLE_TRANCHE, BACK_LOADED_TO_SINGLE_TRANCHE oder FRACTIONAL.',
  'Grant date: every earlier vesting date moves to it, before shares are allocated.':
    'Zuteilungstag: Jeder frühere Vesting-Termin rückt auf ihn, bevor Aktien verteilt werden.',
  'The number of shares of an award that have vested on or before a date.':
    'Die Aktien einer Zuteilung, die bis zu einem Tag unverfallbar geworden sind.',
  'Shares vested.': 'Unverfallbare Aktien.',
  'Date up to which vesting is counted, itself included.':
    'Tag, bis zu dem das Vesting zählt, ihn eingeschlossen.',
  'The shares that vest in each period over many grants, such as by quarter.':
    'Die Aktien, die über viele Zuteilungen in jedem Zeitraum unverfallbar werden, etwa nach Quartalen.',
  'A table: Period End, Vested, Cumulative.': 'Eine Tabelle: Period End, Vested, Cumulative.',
  'Column with the number of shares of each award.': 'Spalte mit den Aktien jeder Zuteilung.',
  'Column with the date from which the vesting of each award is counted.':
    'Spalte mit dem Tag, von dem an das Vesting jeder Zuteilung zählt.',
  'Column with the vesting schedule of each award, or one cell for all of them.':
    'Spalte mit dem Vesting-Plan jeder Zuteilung, oder eine Zelle für alle.',
  'Last days of the periods, in ascending order, such as quarter ends.':
    'Letzte Tage der Zeiträume in aufsteigender Folge, etwa Quartalsenden.',
  'Column with the last day of service of each holder; blank where it has not ended.':
    'Spalte mit dem letzten Tag der Beschäftigung jedes Inhabers; leer, wenn sie nicht geendet hat.',
  'A vesting schedule in canonical words, to check that its text is understood as meant.':
    'Ein Vesting-Plan in seiner festen Schreibweise, um zu prüfen, ob sein Text so verstanden wird, wie er gemeint ist.',
  'The schedule in canonical words.': 'Der Plan in seiner festen Schreibweise.',
  "The exercise price of a grant on its date, by the offer's price rule over a table of market prices.":
    'Der Ausübungspreis einer Zuteilung an ihrem Tag, nach der Preisregel des Angebots über eine Tabelle von Kursen.',
  'Exercise price per share.': 'Ausübungspreis je Aktie.',
  'Date on which the option is granted.': 'Tag, an dem die Option zugeteilt wird.',
  'Market prices: a table with headers Date, Close and optionally Open, High, Low, Volume; or two columns, dates and closes.':
    'Kurse: eine Tabelle mit den Köpfen Date, Close und wahlweise Open, High, Low, Volume; oder zwei Spalten, Tage und Schlusskurse.',
  'Price rule: close (default), previous close, average of high and low, average close of 20 days, 20-day VWAP, 85% of close, greater of close and 4.50.':
    'Preisregel: close (Standard), previous close, average of high and low, average close of 20 days, 20-day VWAP, 85% of close, greater of close and 4.50.',
  'Where the date has no price: error (default), or the previous or next trading day.':
    'Wenn der Tag keinen Kurs hat: error (Standard), oder der Handelstag davor (previous) oder danach (next).',
  'Decimals to round the price to, half up. Not rounded if left out or 0.':
    'Stellen, auf die der Preis kaufmännisch gerundet wird. Nicht gerundet, wenn ausgelassen oder 0.',
  'An award after a stock split or reverse split: the adjusted shares and the adjusted exercise price, side by side.':
    'Eine Zuteilung nach einem Aktiensplit oder einer Zusammenlegung: die angepassten Aktien und der angepasste Ausübungspreis nebeneinander.',
  'One row: the adjusted shares and the adjusted price.':
    'Eine Zeile: die angepassten Aktien und der angepasste Preis.',
  'Number of shares before the split, whole.': 'Aktien vor dem Split, als ganze Zahl.',
  'Exercise price per share before the split.': 'Ausübungspreis je Aktie vor dem Split.',
  'New shares of the split: 1 in a 1-for-3 reverse split.':
    'Neue Aktien des Splits: 1 bei einer Zusammenlegung von 3 zu 1.',
  'Old shares that they replace: 3 in a 1-for-3 reverse split.':
    'Alte Aktien, die sie ersetzen: 3 bei einer Zusammenlegung von 3 zu 1.',
  "The shares of an acquirer's stock that a promise of options becomes in a merger.":
    'Die Aktien des Erwerbers, zu denen eine Zusage von Optionen in einer Fusion wird.',
  "Whole shares of the acquirer's stock.": 'Aktien des Erwerbers, als ganze Zahl.',
  'Number of promised shares of the acquired company, whole.':
    'Zugesagte Aktien des erworbenen Unternehmens, als ganze Zahl.',
  "Shares of the acquirer's stock given for each share.": 'Aktien des Erwerbers, die es für jede Aktie gibt.',
  'Cash given for each share, on top of stock. 0 if left out.':
    'Geld, das es für jede Aktie zusätzlich gibt. 0, wenn ausgelassen.',
  "Price of one share of the acquirer's stock; needed where there is cash.":
    'Kurs einer Aktie des Erwerbers; nötig, wenn es Geld gibt.',
  'What an award gains at a market price: shares times the price above the exercise price, or 0.':
    'Was eine Zuteilung bei einem Kurs gewinnt: Aktien mal Kurs über dem Ausübungspreis, oder 0.',
  'Gain before taxes.': 'Gewinn vor Steuern.',
  'Exercise price per share; 0 for stock units.': 'Ausübungspreis je Aktie; 0 bei Stock Units.',
  'Market price per share.': 'Kurs je Aktie.',
  'The market price at which an old award and its replacement gain the same, and above which the old one gains more.':
    'Der Kurs, bei dem eine alte Zuteilung und ihr Ersatz gleich viel gewinnen und über dem die alte mehr gewinnt.',
  'Number of shares of the old award, whole.': 'Aktien der alten Zuteilung, als ganze Zahl.',
  'Exercise price per share of the old award.': 'Ausübungspreis je Aktie der alten Zuteilung.',
  'Number of shares of the new award, whole.': 'Aktien der neuen Zuteilung, als ganze Zahl.',
  'Exercise price per share of the new award; 0 for stock units.':
    'Ausübungspreis je Aktie der neuen Zuteilung; 0 bei Stock Units.',
  'What an old award and its replacement gain at each of several market prices, and which gains more.':
    'Was eine alte Zuteilung und ihr Ersatz bei mehreren Kursen gewinnen, und welche mehr gewinnt.',
  'A table: Market Price, Current Option, New Option, Better.':
    'Eine Tabelle: Market Price, Current Option, New Option, Better.',
  'Market prices per share: a range of one or more cells.':
    'Kurse je Aktie: ein Bereich aus einer oder mehreren Zellen.',
  'The Black-Scholes-Merton value of a call option, per share.':
    'Der Wert einer Kaufoption nach Black, Scholes und Merton, je Aktie.',
  'Value per share.': 'Wert je Aktie.',
  'Price of one share of the stock.': 'Kurs einer Aktie.',
  'Expected term in years, such as 6.25.': 'Erwartete Laufzeit in Jahren, etwa 6.25.',
  'Expected volatility of the stock per year, as a fraction: 0.45 is 45%.':
    'Erwartete Volatilität der Aktie im Jahr, als Bruchteil: 0.45 sind 45\u00a0%.',
  'Riskless interest rate per year, continuously compounded: 0.05 is 5%.':
    'Risikoloser Zins im Jahr, stetig verzinst: 0.05 sind 5\u00a0%.',
  'Dividend yield per year, continuously compounded. 0 if left out.':
    'Dividendenrendite im Jahr, stetig verzinst. 0, wenn ausgelassen.',
  'The value of an employee stock option, per share, on a lattice in which holders exercise early and leave.':
    'Der Wert einer Mitarbeiteroption je Aktie, auf einem Gitter, in dem Inhaber vorzeitig ausüben und ausscheiden.',
  'Contractual term in years, such as 10.': 'Vertragliche Laufzeit in Jahren, etwa 10.',
  'Years until the option vests. 0 if left out.':
    'Jahre, bis die Option unverfallbar wird. 0, wenn ausgelassen.',
  'Holders exercise where the stock is at this multiple of the exercise price, such as 2. Only at the end if left out.':
    'Inhaber üben aus, wenn die Aktie bei diesem Vielfachen des Ausübungspreises steht, etwa 2. Nur am Ende, wenn ausgelassen.',
  'Share of the holders that leave per year after vesting. 0 if left out.':
    'Anteil der Inhaber, der nach der Unverfallbarkeit im Jahr ausscheidet. 0, wenn ausgelassen.',
  'Steps of the lattice, 1 to 10,000. 500 if left out.':
    'Schritte des Gitters, 1 bis 10.000. 500, wenn ausgelassen.',
  'The compensation cost that an exchange adds: the fair value of each new award over that of the old one, or 0, summed over the awards.':
    'Der Personalaufwand, den ein Tausch hinzufügt: der beizulegende Zeitwert jeder neuen Zuteilung über dem der alten, oder 0, summiert über die Zuteilungen.',
  'Incremental compensation cost.': 'Zusätzlicher Personalaufwand.',
  'Number of shares cancelled, whole; or a column of them.':
    'Gestrichene Aktien, als ganze Zahl, oder eine Spalte davon.',
  'Fair value per old share just before the exchange; or a column.':
    'Beizulegender Zeitwert je alter Aktie unmittelbar vor dem Tausch, oder eine Spalte davon.',
  'Number of new shares, whole; or a column of them.': 'Neue Aktien, als ganze Zahl, oder eine Spalte davon.',
  'Fair value per new share on the same date; or a column.':
    'Beizulegender Zeitwert je neuer Aktie am selben Tag, oder eine Spalte davon.',
  'The expense of an award in each period, such as by quarter, in whole cents that add up to its cost.':
    'Der Aufwand einer Zuteilung in jedem Zeitraum, etwa nach Quartalen, in ganzen Cent, die zusammen ihre Kosten ergeben.',
  'A table: Period End, Expense, Cumulative.': 'Eine Tabelle: Period End, Expense, Cumulative.',
  'Cost to be spread, such as fair value per share times shares.':
    'Kosten, die verteilt werden, etwa beizulegender Zeitwert je Aktie mal Aktien.',
  'First day of service.': 'Erster Tag der Beschäftigung, die zählt.',
  'Vesting schedule in words, such as "annually over 4 years".':
    'Vesting-Plan in Worten, etwa „annually over 4 years“.',
  'How the cost is spread: straight-line (default) or graded.':
    'Wie die Kosten verteilt werden: straight-line (Standard) oder graded.',
  'How service is counted: days (default) or months.':
    'Wie die Beschäftigung gezählt wird: days (Tage, Standard) oder months (Monate).',
  'Part of the holders expected to leave per year, such as 0.05. Forfeitures as they occur if left out.':
    'Teil der Inhaber, der voraussichtlich je Jahr ausscheidet, etwa 0,05. Verfall bei Eintritt, wenn ausgelassen.',
  'The old options per new one at which an exchange gives nothing away: the value of a new award over that of an old option.':
    'Die alten Optionen je neuer, bei denen ein Tausch nichts verschenkt: der Wert einer neuen Zuteilung durch den einer alten Option.',
  'Fair value per old option just before the exchange, more than 0.':
    'Beizulegender Zeitwert je alter Option unmittelbar vor dem Tausch, größer als 0.',
  'Fair value per new option or share on the same date.':
    'Beizulegender Zeitwert je neuer Option oder Aktie am selben Tag.',
  'Step to which the ratio is rounded up, such as 0.1 or 0.25.':
    'Schritt, auf den das Verhältnis aufgerundet wird, etwa 0,1 oder 0,25.',
  'Old options per new one.': 'Alte Optionen je neuer.',
  "The split of one holder's incentive stock options by the $100,000 limit, by grant and by the calendar year in which shares first become exercisable.":
    'Die Aufteilung der Incentive Stock Options eines Inhabers nach der Grenze von 100.000 $, je Zuteilung und Kalenderjahr, in dem Aktien erstmals ausübbar werden.',
  'Column with the grant date of each option.': 'Spalte mit dem Zuteilungsdatum jeder Option.',
  'Column with the number of shares of each option, whole.':
    'Spalte mit den Aktien jeder Option, als ganze Zahl.',
  'Column with the market value of one share of stock on the grant date.':
    'Spalte mit dem Marktwert einer Aktie am Tag der Zuteilung.',
  'Column with the vesting schedule of each option, or one cell for all of them.':
    'Spalte mit dem Vesting-Plan jeder Option, oder eine Zelle für alle.',
  'Column with the date on which each option was cancelled; blank where it was not.':
    'Spalte mit dem Tag, an dem jede Option gestrichen wurde; leer, wo sie es nicht wurde.',
  'Limit per calendar year. 100,000 if left out.': 'Grenze je Kalenderjahr. 100.000, wenn ausgelassen.',
  'A table: Grant (1 is the first row), Year, Shares, ISO, NSO.':
    'Eine Tabelle: Grant (1 ist die erste Zeile), Year, Shares, ISO, NSO.',
  'What is wrong with a ledger of grants: one row per problem, with its row and column.':
    'Was an einem Bestand nicht stimmt: je Problem eine Zeile, mit seiner Zeile und Spalte.',
  'A table: Row, Column, Problem.': 'Eine Tabelle: Row, Column, Problem.',
  none: 'keiner',
  "the expiration's date": 'der Tag des Ablaufs',
  'none: then OfferRatios gives it': 'keines: dann gilt OfferRatios',
  'as computed': 'wie gerechnet',
  'as for other grants': 'wie bei anderen Zuteilungen',
  'Holders in the ledger': 'Inhaber im Bestand',
  'Holders eligible': 'Berechtigte Inhaber',
  'Holders elected': 'Annehmende Inhaber',
  'Holders exchanged': 'Inhaber mit getauschten Zuteilungen',
  'Grants in the ledger': 'Zuteilungen im Bestand',
  'Grants eligible': 'Berechtigte Zuteilungen',
  'Grants elected': 'Angenommene Zuteilungen',
  'Grants exchanged': 'Getauschte Zuteilungen',
  'Grants required by look-back': 'Durch die Rückschau einbezogene Zuteilungen',
  'Grants lapsed': 'Verfallene Zuteilungen',
  'Grants promised': 'Zugesagte Zuteilungen',
  'Shares outstanding': 'Ausstehende Aktien',
  'Shares eligible': 'Berechtigte Aktien',
  'Shares cancelled': 'Gestrichene Aktien',
  'New shares': 'Neue Aktien',
  'Shares cancelled less new': 'Gestrichene abzüglich neuer Aktien',
  Cash: 'Barzahlung',
  'Average exercise price before': 'Mittlerer Ausübungspreis vorher',
  'Average exercise price after': 'Mittlerer Ausübungspreis nachher',
  'Average remaining term before': 'Mittlere Restlaufzeit vorher',
  'Average remaining term after': 'Mittlere Restlaufzeit nachher',
  'the one sheet that looks like a ledger': 'das eine Blatt, das wie ein Bestand aussieht',
  "the old award's": 'die der alten Zuteilung',
  'Shares cancelled of lapsed grants': 'Gestrichene Aktien verfallener Zuteilungen',
  'Eligible grants': 'Berechtigte Zuteilungen',
  Counts: 'Anzahlen',
  'Dates of the offer': 'Tage des Angebots',
  'Vesting schedules': 'Vesting-Pläne',
  'Exercise price': 'Ausübungspreis',
  Adjustments: 'Anpassungen',
  Economics: 'Wirtschaftlichkeit',
  'Data quality': 'Datenqualität',
  Draft: 'Entwurf',
  Open: 'Offen',
  Closed: 'Geschlossen',
  Cancelled: 'Gestrichen',
  Granted: 'Zugeteilt',
};
