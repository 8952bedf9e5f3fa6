import assert from 'node:assert/strict';
import { CellError } from '../model/cell-error.ts';
import { areaAt } from '../model/area.ts';
import type { Calculator } from './calculator.ts';
import type {
  CustomFunctionCall,
  CustomFunctionHost,
  CustomFunctionSignature,
} from './custom-function-host.ts';
import { desk } from './desk.fixture.ts';

/** Custom functions that answer when `answer` is called, or at once. */
function customFunctions(
  bodies: Record<
    string,
    { signature?: Partial<CustomFunctionSignature>; body: (...args: never[]) => unknown }
  >,
  atOnce = true,
) {
  const batches: CustomFunctionCall[][] = [];
  const cancelled: number[] = [];
  let calculator: Calculator | undefined;
  let open: CustomFunctionCall[] = [];
  const answer = (): void => {
    const calls = open;
    open = [];
    for (const { id, name, args } of calls) {
      try {
        calculator?.deliver(id, { value: bodies[name]?.body(...(args as never[])) });
      } catch (error) {
        const code = (error as { code?: string }).code ?? '#VALUE!';
        calculator?.deliver(id, { error: code, message: (error as Error).message });
      }
    }
  };
  const host: CustomFunctionHost = {
    signature: (name) => {
      const found = bodies[name];
      if (found === undefined) return undefined;
      const parameters = Array.from({ length: found.body.length }, () => ({
        type: 'any',
        dimensionality: 'scalar',
      }));
      return { minArgs: found.body.length, parameters, ...found.signature };
    },
    invoke: (calls) => {
      batches.push([...calls]);
      open.push(...calls);
      if (atOnce) answer();
    },
    cancel: (id) => cancelled.push(id),
  };
  const connect = (made: Calculator): void => {
    calculator = made;
  };
  return { host, connect, answer, batches, cancelled };
}

const twice = { 'T.TWICE': { body: (x: number) => x * 2 } };

describe('the embedded Excel calculates', () => {
  it('a formula, and again when what it reads changes', () => {
    const { calculator, put, get } = desk();
    put({ A1: 2, A2: 3, B1: '=A1+A2*2', B2: '=B1&" shares"' });
    assert.equal(calculator.recalculateNow(), true);
    assert.equal(get('B1'), 8);
    assert.equal(get('B2'), '8 shares');
    put({ A2: 10 });
    calculator.recalculateNow();
    assert.equal(get('B2'), '22 shares');
  });

  it('only what depends on the change', () => {
    const { calculator, put } = desk();
    put({ A1: 1, B1: '=A1', B2: '=B1', C1: '=5', C2: '=C1' });
    calculator.recalculateNow();
    let evaluations = 0;
    calculator.onCalculated((result) => {
      evaluations = result.evaluations;
    });
    put({ A1: 2 });
    calculator.recalculateNow();
    assert.equal(evaluations, 2);
  });

  it('a chain of 100,000 cells', () => {
    const { calculator, sheet } = desk();
    const formulas = Array.from({ length: 100_000 }, (_, i) => [i === 99_999 ? '=1' : `=A${i + 2}+1`]);
    sheet().setFormulas(0, 0, formulas);
    calculator.recalculateNow();
    assert.equal(sheet().value(0, 0), 100_000);
  });

  it('running totals over ranges', () => {
    const { calculator, put, get, sheet } = desk();
    sheet().setValues(
      0,
      0,
      Array.from({ length: 300 }, (_, i) => [i + 1]),
    );
    sheet().setFormulas(
      0,
      1,
      Array.from({ length: 300 }, (_, i) => [`=SUM(A$1:A${i + 1})`]),
    );
    calculator.recalculateNow();
    assert.equal(get('B300'), 45150);
    put({ A150: 1150 });
    calculator.recalculateNow();
    assert.equal(get('B149'), 149 * 75);
    assert.equal(get('B300'), 46150);
  });

  it('a circle as 0, and says which cells are in it', () => {
    const { calculator, put, get } = desk();
    put({ A1: '=B1+1', B1: '=C1+1', C1: '=A1+1', D1: '=C1+5' });
    let circular: string[] = [];
    calculator.onCalculated((result) => {
      circular = result.circular.map(({ row, column }) => `${row},${column}`).sort();
    });
    calculator.recalculateNow();
    assert.deepEqual(circular, ['0,0', '0,1', '0,2']);
    assert.equal(get('D1'), 5);
    put({ C1: 7 });
    calculator.recalculateNow();
    assert.deepEqual(circular, []);
    assert.equal(get('A1'), 9);
  });

  it('a circle as the values that it had where iteration is switched on, and says which cells are in it', () => {
    const { book, calculator, sheet, put, get } = desk();
    book.calculation.iterative = true;
    put({ A1: '=B1*0.5+10', B1: '=A1*0.5', C1: '=A1+B1', D1: '=E1+1', E1: '=D1+1' });
    // As a file brings them: Excel went round the circle until nothing changed.
    sheet().setComputed(0, 0, 13.5);
    sheet().setComputed(0, 1, 6.5);
    const circular = new Set<string>();
    calculator.onCalculated((result) => {
      for (const { row, column } of result.circular) circular.add(`${row},${column}`);
    });
    calculator.recalculateNow('full');
    assert.deepEqual([get('A1'), get('B1'), get('C1')], [13.5, 6.5, 20]);
    assert.deepEqual([get('D1'), get('E1')], [0, 0]);
    assert.deepEqual([...circular].sort(), ['0,0', '0,1', '0,3', '0,4']);
  });

  it('a branch that is not taken without seeing a circle in it', () => {
    const { calculator, put, get } = desk();
    put({ A1: '=IF(C1=1,10,B1)', B1: '=A1+1', C1: 1 });
    let circles = -1;
    calculator.onCalculated((result) => {
      circles = result.circular.length;
    });
    calculator.recalculateNow();
    assert.equal(get('B1'), 11);
    assert.equal(circles, 0);
    put({ C1: 2 });
    calculator.recalculateNow();
    assert.equal(circles, 2);
  });

  it('a long circle in no more than a moment', () => {
    const { calculator, sheet, get } = desk();
    const size = 20_000;
    sheet().setFormulas(
      0,
      0,
      Array.from({ length: size }, (_, i) => [`=A${((i + 1) % size) + 1}+1`]),
    );
    let circles = 0;
    calculator.onCalculated((result) => {
      circles = result.circular.length;
    });
    calculator.recalculateNow();
    assert.equal(circles, size);
    assert.equal(get('A1'), 0);
  });

  it('names, and again when they come to mean something else', () => {
    const { book, calculator, put, get } = desk();
    put({ A1: 4, A2: 5, B1: '=Ratio*2', B2: '=Missing' });
    const ratio = book.addName('Ratio', '=Sheet1!$A$1');
    calculator.recalculateNow();
    assert.equal(get('B1'), 8);
    assert.equal(get('B2'), '#NAME?');
    put({ A1: 6 });
    calculator.recalculateNow();
    assert.equal(get('B1'), 12);
    book.changeName(ratio, '=Sheet1!$A$2');
    book.addName('Missing', '=0.75');
    calculator.recalculateNow();
    assert.equal(get('B1'), 10);
    assert.equal(get('B2'), 0.75);
  });

  it('a name of the sheet before one of the workbook, and references of names from their own cell', () => {
    const { book, calculator, put, get, sheet } = desk();
    book.addName('Rate', '=1');
    book.addName('Rate', '=2', sheet('Other'));
    book.addName('Left', '=A1');
    put({ A1: '=Rate', B3: '=Left', A3: 9 });
    put({ A1: '=Rate' }, 'Other');
    calculator.recalculateNow();
    assert.equal(get('A1'), 1);
    assert.equal(get('A1', 'Other'), 2);
  });

  it('structured references', () => {
    const { book, calculator, put, get, sheet } = desk();
    put({
      A1: 'Grant',
      B1: 'Exercise Price',
      C1: 'Shares',
      A2: 'G1',
      B2: 3,
      C2: 100,
      A3: 'G2',
      B3: 4,
      C3: 200,
    });
    const table = book.addTable(sheet(), areaAt(0, 0, 3, 3), { name: 'Grants' });
    put({
      E1: '=SUM(Grants[Shares])',
      E2: '=Grants[@[Exercise Price]]*Grants[@Shares]',
      E3: '=ROWS(Grants[#All])&"/"&ROWS(Grants)',
      E4: '=INDEX(Grants[#Headers],2)',
      E5: '=SUM(Grants[[Exercise Price]:[Shares]])',
      E6: '=SUM(Grants[Nope])',
      E7: '=Grants[@Shares]',
      C4: 300,
    });
    calculator.recalculateNow();
    assert.deepEqual(
      ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'].map((cell) => get(cell)),
      [300, 300, '3/2', 'Exercise Price', 307, '#REF!', '#VALUE!'],
    );
    book.resizeTable(table, areaAt(0, 0, 4, 3));
    calculator.recalculateNow();
    assert.equal(get('E1'), 600);
    put({ C3: '=[@[Exercise Price]]*10' });
    calculator.recalculateNow();
    assert.equal(get('C3'), 40);
    assert.equal(get('E1'), 440);
  });

  it('references with escaped characters in column names', () => {
    const { book, calculator, put, get, sheet } = desk();
    put({ A1: 'Grant #', B1: 'Price [USD]', A2: 7, B2: 8 });
    book.addTable(sheet(), areaAt(0, 0, 2, 2), { name: 'T' });
    put({ D1: "=SUM(T[Grant '#])", D2: "=SUM(T[Price '[USD']])" });
    calculator.recalculateNow();
    assert.equal(get('D1'), 7);
    assert.equal(get('D2'), 8);
  });

  it('OFFSET and INDIRECT after what they turn out to read', () => {
    const { calculator, put, get } = desk();
    put({
      A1: '=SUM(OFFSET(B1,0,0,3,1))',
      A2: '=INDIRECT("B"&2)',
      B1: '=C1',
      B2: '=C1*2',
      B3: '=C1*3',
      C1: 1,
    });
    calculator.recalculateNow();
    assert.equal(get('A1'), 6);
    put({ C1: 10 });
    calculator.recalculateNow();
    assert.equal(get('A1'), 60);
    assert.equal(get('A2'), 20);
  });

  it('other sheets, and #REF! once they are gone', () => {
    const { book, calculator, put, get, sheet } = desk();
    put({ A1: 5 }, 'Cap Table');
    put({ A1: "='Cap Table'!A1*2", A2: "=SUM('Cap Table'!A:A)" });
    calculator.recalculateNow();
    assert.equal(get('A1'), 10);
    assert.equal(get('A2'), 5);
    book.deleteSheet(sheet('Cap Table'));
    calculator.recalculateNow();
    assert.equal(get('A1'), '#REF!');
  });

  it('volatile functions each time, by the clock that it is given', () => {
    const { calculator, put, get } = desk();
    put({ A1: '=TODAY()', A2: '=NOW()', A3: '=YEAR(A1)', A4: '=RAND()' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['A1', 'A2', 'A3', 'A4'].map((cell) => get(cell)),
      [37823, 37823.5, 2003, 0.25],
    );
  });

  it('an unknown function as #NAME?, and counts it', () => {
    const { calculator, put, get } = desk();
    put({ A1: '=NOSUCH(1)', A2: '=1+' });
    calculator.recalculateNow();
    assert.equal(get('A1'), '#NAME?');
    assert.equal(get('A2'), '#NAME?');
    assert.equal(calculator.unknownFunctions.get('NOSUCH'), 1);
  });

  it('a formula that stands in no cell', () => {
    const { calculator, put, sheet } = desk();
    put({ A1: 3, B1: '=A1*2' });
    assert.equal(calculator.evaluate('=B1+1', sheet(), 0, 5), 7);
    assert.deepEqual(calculator.evaluate('={1,2}*2', sheet(), 0, 5), [[2, 4]]);
  });
});

describe('results that spill', () => {
  it('fill cells beside their formula, which others read by A1#', () => {
    const { calculator, put, get } = desk();
    put({ A1: 3, B1: '=A1:A3*2', C1: '=SUM(B1#)', C2: '=B2+1', A2: 4, A3: 5 });
    calculator.recalculateNow();
    assert.deepEqual(
      ['B1', 'B2', 'B3', 'C1', 'C2'].map((cell) => get(cell)),
      [6, 8, 10, 24, 9],
    );
    put({ B1: '=A1:A2' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['B2', 'B3', 'C1', 'C2'].map((cell) => get(cell)),
      [4, null, 7, 5],
    );
  });

  it('give #SPILL! where something stands, until it is gone', () => {
    const { calculator, put, get } = desk();
    put({ A1: '={1;2;3}', A3: 'here', B1: '=SUM(A1:A3)' });
    calculator.recalculateNow();
    assert.equal(get('A1'), '#SPILL!');
    assert.equal(get('A2'), null);
    put({ A3: null });
    calculator.recalculateNow();
    assert.equal(get('A3'), 3);
    assert.equal(get('B1'), 6);
    put({ A2: 'again' });
    calculator.recalculateNow();
    assert.equal(get('A1'), '#SPILL!');
    assert.equal(get('A3'), null);
  });

  it('reach readers that were calculated before', () => {
    const { calculator, put, get } = desk();
    put({ C9: '=C2', A1: 1, C1: '=IF(A1=1,1,{1;2})' });
    calculator.recalculateNow();
    assert.equal(get('C9'), 0);
    put({ A1: 2 });
    calculator.recalculateNow();
    assert.equal(get('C9'), 2);
  });

  it('keep to their area in array formulas of the old kind', () => {
    const { calculator, get, sheet, put } = desk();
    put({ A1: 1, A2: 2 });
    sheet().spills.set({ row: 0, column: 2, rows: 3, columns: 1, dynamic: false });
    sheet().setFormula(0, 2, '=A1:A2*10');
    sheet().spills.set({ row: 0, column: 2, rows: 3, columns: 1, dynamic: false });
    calculator.load();
    calculator.recalculateNow('full');
    assert.deepEqual(
      ['C1', 'C2', 'C3'].map((cell) => get(cell)),
      [10, 20, '#N/A'],
    );
  });

  it('do not arise where the file has a single value: a range means its cell in the row', () => {
    const { calculator, get, sheet, put } = desk();
    put({ A1: 1, A2: 2, C2: '=A1:A2*10' });
    sheet().singleValued.add(1 * 16384 + 2);
    calculator.load();
    calculator.recalculateNow('full');
    assert.equal(get('C2'), 20);
    assert.equal(get('C3'), null);
  });
});

describe('custom functions', () => {
  it('are called in one batch, and once for the same arguments', () => {
    const functions = customFunctions(twice);
    const { calculator, put, get } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: 4, A2: 4, B1: '=T.TWICE(A1)', B2: '=T.TWICE(A2)+1', B3: '=t.twice(T.TWICE(5))' });
    assert.equal(calculator.recalculateNow(), true);
    assert.deepEqual(
      ['B1', 'B2', 'B3'].map((cell) => get(cell)),
      [8, 9, 20],
    );
    assert.deepEqual(
      functions.batches.map((batch) => batch.length),
      [2, 1],
    );
  });

  it('show #BUSY! until they answer, and so does what depends on them', async () => {
    const functions = customFunctions(twice, false);
    const { calculator, put, get } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: 4, B1: '=T.TWICE(A1)', B2: '=B1+1', B3: '=IFERROR(B1,0)' });
    assert.equal(calculator.recalculateNow(), false);
    assert.deepEqual(
      ['B1', 'B2', 'B3'].map((cell) => get(cell)),
      ['#BUSY!', '#BUSY!', '#BUSY!'],
    );
    const done = calculator.recalculate();
    functions.answer();
    await done;
    assert.deepEqual(
      ['B1', 'B2', 'B3'].map((cell) => get(cell)),
      [8, 9, 8],
    );
  });

  it('spill what is a matrix', () => {
    const functions = customFunctions({ 'T.ROWS': { body: (n: number) => [[n], [n + 1]] } });
    const { calculator, put, get } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: '=T.ROWS(7)', B1: '=SUM(A1#)' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['A1', 'A2', 'B1'].map((cell) => get(cell)),
      [7, 8, 15],
    );
  });

  it('run for each cell of a range that stands for a single value', () => {
    const functions = customFunctions(twice);
    const { calculator, put, get } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: 1, A2: 2, A3: 3, B1: '=T.TWICE(A1:A3)', C1: '=SUM(T.TWICE(A1:A3))' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['B1', 'B2', 'B3', 'C1'].map((cell) => get(cell)),
      [2, 4, 6, 12],
    );
  });

  it('get matrices with null for empty cells, and null for what is left out', () => {
    let seen: unknown[] = [];
    const functions = customFunctions({
      'T.SEE': {
        signature: {
          minArgs: 1,
          parameters: [{ type: 'any', dimensionality: 'matrix' }, { type: 'number' }, { type: 'string' }],
        },
        body: (...args: unknown[]) => {
          seen = args;
          return 1;
        },
      },
    });
    const { calculator, put } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: 1, B2: 'x', C1: '=T.SEE(A1:B2,"5")' });
    calculator.recalculateNow();
    assert.deepEqual(seen, [
      [
        [1, null],
        [null, 'x'],
      ],
      5,
      null,
    ]);
  });

  it('are not called with an error or with what does not fit', () => {
    const functions = customFunctions({
      'T.NUM': { signature: { minArgs: 1, parameters: [{ type: 'number' }] }, body: () => 1 },
    });
    const { calculator, put, get } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: '=T.NUM(1/0)', A2: '=T.NUM("x")', A3: '=T.NUM()' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['A1', 'A2', 'A3'].map((cell) => get(cell)),
      ['#DIV/0!', '#VALUE!', '#VALUE!'],
    );
    assert.equal(functions.batches.length, 0);
  });

  it('give their error code when they throw, #VALUE! where there is none', () => {
    const functions = customFunctions({
      'T.NA': {
        body: () => {
          throw Object.assign(new Error('no such grant'), { code: '#N/A' });
        },
      },
      'T.BOOM': {
        body: () => {
          throw new Error('x');
        },
      },
    });
    const { calculator, put, get, sheet } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: '=T.NA()', A2: '=T.BOOM()', A3: '=IFNA(T.NA(),"none")' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['A1', 'A2', 'A3'].map((cell) => get(cell)),
      ['#N/A', '#VALUE!', 'none'],
    );
    const value = sheet().value(0, 0);
    assert.equal(value instanceof CellError && value.message, 'no such grant');
  });

  it('are #NAME? until they are registered', () => {
    const bodies: Record<string, { body: (x: number) => number }> = {};
    const functions = customFunctions(bodies);
    const { calculator, put, get } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: '=T.TWICE(2)' });
    calculator.recalculateNow();
    assert.equal(get('A1'), '#NAME?');
    bodies['T.TWICE'] = twice['T.TWICE'];
    calculator.customFunctionsChanged(['T.TWICE']);
    calculator.recalculateNow();
    assert.equal(get('A1'), 4);
  });

  it('are cancelled when their formula goes, if they can be', () => {
    const functions = customFunctions(
      { 'T.SLOW': { signature: { minArgs: 0, parameters: [], flags: { cancelable: true } }, body: () => 1 } },
      false,
    );
    const { calculator, put } = desk(functions.host);
    functions.connect(calculator);
    put({ A1: '=T.SLOW()' });
    assert.equal(calculator.recalculateNow(), false);
    put({ A1: 3 });
    assert.deepEqual(functions.cancelled, [1]);
    assert.equal(calculator.recalculateNow(), true);
  });
});
