import assert from 'node:assert/strict';
import { Workbook } from '../model/workbook.ts';
import { Calculator } from './calculator.ts';
import { NO_CUSTOM_FUNCTIONS } from './custom-function-host.ts';
import { renameSheetInFormula } from './sheet-names.ts';

describe('a formula that names a sheet', () => {
  it('follows its new name', () => {
    assert.equal(
      renameSheetInFormula('=grants!A1+\'Offer Terms\'!B2&"Grants!"', 'Grants', 'Old Grants'),
      "='Old Grants'!A1+'Offer Terms'!B2&\"Grants!\"",
    );
    assert.equal(renameSheetInFormula("='Offer Terms'!B2:B4*2", 'offer terms', 'Terms'), '=Terms!B2:B4*2');
  });

  it('has #REF! where the sheet is gone', () => {
    assert.equal(renameSheetInFormula('=SUM(Grants!A1:B2)+1', 'Grants', undefined), '=SUM(#REF!)+1');
  });

  it('keeps its value when the sheet is renamed, and is calculated when a sheet it names comes', () => {
    const book = Workbook.blank();
    const [first] = book.sheets;
    assert.ok(first !== undefined);
    const grants = book.addSheet('Grants');
    grants.setValue(0, 0, 7);
    first.setFormula(0, 0, '=Grants!A1*2');
    first.setFormula(1, 0, '=Later!A1+1');
    first.setFormula(2, 0, '=Factor');
    book.addName('Factor', '=Grants!$A$1');
    const calculator = new Calculator(book, NO_CUSTOM_FUNCTIONS);
    calculator.load();
    calculator.recalculateNow();
    assert.equal(first.value(0, 0), 14);
    book.renameSheet(grants, 'Old Grants');
    grants.setValue(0, 0, 8);
    calculator.recalculateNow();
    assert.equal(first.formula(0, 0), "='Old Grants'!A1*2");
    assert.equal(first.value(0, 0), 16);
    assert.equal(first.value(2, 0), 8);
    const later = book.addSheet('Later');
    calculator.recalculateNow();
    assert.equal(first.value(1, 0), 1);
    later.setValue(0, 0, 4);
    calculator.recalculateNow();
    assert.equal(first.value(1, 0), 5);
    book.deleteSheet(later);
    calculator.recalculateNow();
    assert.equal(first.formula(1, 0), '=#REF!+1');
    assert.equal(String(first.value(1, 0)), '#REF!');
  });

  it('leaves other formulas alone when a sheet is added', () => {
    const book = Workbook.blank();
    const [first] = book.sheets;
    assert.ok(first !== undefined);
    first.setFormula(0, 0, '=1+1');
    const calculator = new Calculator(book, NO_CUSTOM_FUNCTIONS);
    calculator.load();
    calculator.recalculateNow();
    let evaluations = -1;
    calculator.onCalculated((result) => {
      evaluations = result.evaluations;
    });
    book.addSheet('Results');
    calculator.recalculateNow();
    assert.equal(evaluations, 0);
  });
});
