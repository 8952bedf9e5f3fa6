/**
 * The sentences of the domain, the workbook and the commands in German, by their English templates. Names of tables,
 * columns and terms, and words that are typed into cells, stay as the contract has them. A sentence that nothing says,
 * or one that is missing, fails the test beside this file.
 */
export const GERMAN_SENTENCES: Readonly<Record<string, string>> = {
  'shares after the merger must be at most 2^53, and are {0}.':
    'Nach der Fusion sind höchstens 2^53 Aktien möglich, nicht {0}.',
  "acquirerPrice must be the price of the acquirer's share where cashPerShare is given.":
    'acquirerPrice muss der Kurs der Aktie des Erwerbers sein, wo cashPerShare angegeben ist.',
  'acquirerPrice must be above zero where cashPerShare is given, and is 0.':
    'acquirerPrice muss über null liegen, wo cashPerShare angegeben ist, und ist 0.',
  '{0} must not be negative, and is {1}.': '{0} darf nicht negativ sein und ist {1}.',
  'shares after the split must be at most 2^53, and are {0}.':
    'Nach dem Aktiensplit sind höchstens 2^53 Aktien möglich, nicht {0}.',
  '{0} must be above zero, and is {1}.': '{0} muss über null liegen und ist {1}.',
  '{0} is the error {1}.': '{0} ist der Fehler {1}.',
  blank: 'leer',
  '{0} must be a number, not {1}.': '{0} muss eine Zahl sein, nicht {1}.',
  '{0} must be whole shares, and is {1}.': '{0} muss eine ganze Zahl von Aktien sein und ist {1}.',
  '{0} must be at most 2^53, and is {1}.': '{0} darf höchstens 2^53 sein und ist {1}.',
  '{0} must be a whole number from {1} to {2}, and is {3}.':
    '{0} muss eine ganze Zahl von {1} bis {2} sein und ist {3}.',
  '{0} must be a date, such as 2003-07-21, not {1}.': '{0} muss ein Datum wie 2003-07-21 sein, nicht {1}.',
  '{0} must be a date from 1900 to 9999, and is the number {1}.':
    '{0} muss ein Datum von 1900 bis 9999 sein und ist die Zahl {1}.',
  '{0} must be a date that exists, such as 2003-07-21, not {1}.':
    '{0} muss ein Datum sein, das es gibt, etwa 2003-07-21, nicht {1}.',
  '{0} is not a date that exists: write it as 2003-07-21.':
    '{0} ist kein Datum, das es gibt: Schreiben Sie es wie 2003-07-21.',
  'A fraction needs a denominator other than zero.': 'Ein Bruch braucht einen Nenner, der nicht null ist.',
  '{0} {1} is not known: use down, up or nearest{2}':
    '{0} {1} ist unbekannt: Möglich sind down, up oder nearest{2}',
  '{0} and {1}': '{0} und {1}',
  '{0} or {1}': '{0} oder {1}',
  '; did you mean "{0}"?': '; meinten Sie „{0}“?',
  'businessDays must be a whole number from 1 to {0}, and is {1}.':
    'businessDays muss eine ganze Zahl von 1 bis {0} sein und ist {1}.',
  'commencementDate must leave the end of the offer before the year 10000.':
    'commencementDate muss so liegen, dass das Angebot vor dem Jahr 10000 endet.',
  'cancellationDate must leave the new grant date before the year 10000.':
    'cancellationDate muss so liegen, dass der Tag der neuen Zuteilung vor dem Jahr 10000 liegt.',
  '{0} must be a whole number from 0 to {1}, and is {2}.':
    '{0} muss eine ganze Zahl von 0 bis {1} sein und ist {2}.',
  '{0} {1} is not known: use {2}{3}': '{0} {1} ist unbekannt: Möglich sind {2}{3}',
  'There is no break-even: oldShares must exceed newShares, or equal them at an oldPrice below newPrice.':
    'Es gibt keinen Gleichstand: oldShares muss über newShares liegen, oder bei gleicher Zahl oldPrice unter newPrice.',
  'Elections must be a table whose first row holds the headers Holder ID, Grant ID, Action and Received; it lacks {0}.':
    'Die Erklärungen müssen eine Tabelle sein, deren erste Zeile die Köpfe Holder ID, Grant ID, Action und Received enthält; es fehlt {0}.',
  'Holder ID is missing.': 'Holder ID fehlt.',
  'Action must be Elect or Withdraw, not {0}.': 'Action muss Elect oder Withdraw sein, nicht {0}.',
  'Received is missing: give the date and time at which the form came in.':
    'Received fehlt: Geben Sie Tag und Uhrzeit an, zu der das Formular eingegangen ist.',
  'The rule on {0} has no Value for {1}: give one, or use is blank or is not blank.':
    'Der Regel zu {0} fehlt der Value für {1}: Geben Sie einen an, oder nehmen Sie is blank oder is not blank.',
  'The rule on {0} compares with {1}, so its Value must be a number or a date such as 2003-07-21, not {2}.':
    'Die Regel zu {0} vergleicht mit {1}; ihr Value muss daher eine Zahl oder ein Datum wie 2003-07-21 sein, nicht {2}.',
  'The rule on {0} needs two values for between, separated by ; or and, such as 5; 10, not {1}.':
    'Die Regel zu {0} braucht für between zwei Werte, getrennt durch ; oder and, etwa 5; 10, nicht {1}.',
  'The rule on {0} runs from {1} to {2}: the lower value comes first.':
    'Die Regel zu {0} reicht von {1} bis {2}: Der kleinere Wert steht zuerst.',
  'must be between {0} and {1}': 'muss zwischen {0} und {1} liegen',
  'must be blank or between {0} and {1}': 'muss leer sein oder zwischen {0} und {1} liegen',
  'must be blank': 'muss leer sein',
  'must be blank or blank': 'darf leer sein',
  'must not be blank': 'darf nicht leer sein',
  'must be blank or not blank': 'darf leer oder gefüllt sein',
  'must be {0}': 'muss {0} sein',
  'must be blank or {0}': 'muss leer oder {0} sein',
  'must not be {0}': 'darf nicht {0} sein',
  'must be blank or not {0}': 'darf leer sein, aber nicht {0}',
  'must be below {0}': 'muss unter {0} liegen',
  'must be blank or below {0}': 'muss leer sein oder unter {0} liegen',
  'must be at most {0}': 'darf höchstens {0} sein',
  'must be blank or at most {0}': 'muss leer oder höchstens {0} sein',
  'must be above {0}': 'muss über {0} liegen',
  'must be blank or above {0}': 'muss leer sein oder über {0} liegen',
  'must be at least {0}': 'muss mindestens {0} sein',
  'must be blank or at least {0}': 'muss leer oder mindestens {0} sein',
  'must be one of {0}': 'muss einer dieser Werte sein: {0}',
  'must be blank or one of {0}': 'muss leer sein oder einer dieser Werte: {0}',
  'must not be one of {0}': 'darf keiner dieser Werte sein: {0}',
  'must be blank or not one of {0}': 'darf leer sein, aber keiner dieser Werte: {0}',
  'must contain {0}': 'muss {0} enthalten',
  'must start with {0}': 'muss mit {0} beginnen',
  'The rule on {0} has the operator "{1}", which is not known: use {2}, or blank or before one of them{3}':
    'Die Regel zu {0} hat den unbekannten Operator „{1}“: Möglich sind {2}, auch mit blank or davor{3}',
  'Rules must be a table whose first row holds the headers Field, Operator and Value.':
    'Regeln müssen eine Tabelle sein, deren erste Zeile die Köpfe Field, Operator und Value enthält.',
  'Rule {0} has no Field: name a column of the ledger.':
    'Regel {0} hat kein Field: Nennen Sie eine Spalte des Bestands.',
  'The rule on {0} has no Operator: use =, <>, <, <=, >, >=, between, in or another.':
    'Die Regel zu {0} hat keinen Operator: Nehmen Sie =, <>, <, <=, >, >=, between, in oder einen anderen.',
  'Waived for Look-back of the rule on {0} must be Yes, No or Only, not {1}.':
    'Waived for Look-back der Regel zu {0} muss Yes, No oder Only sein, nicht {1}.',
  'must be {0} {1}': 'muss {0} {1} sein',
  'Where must be one comparison, such as Country = Netherlands or Role in A; B, not "{0}".':
    'Where muss ein Vergleich sein, wie Country = Netherlands oder Role in A; B, nicht „{0}“.',
  '{0} ({1} is blank)': '{0} ({1} ist leer)',
  '{0} ({1} is the error {2})': '{0} ({1} ist der Fehler {2})',
  '{0}, text': '{0}, ein Text',
  '{0} ({1} is {2} where a number is due)': '{0} ({1} ist {2} statt einer Zahl)',
  '{0} ({1} is {2} where a date is due)': '{0} ({1} ist {2} statt eines Datums)',
  '{0} ({1} is {2} where a text is due)': '{0} ({1} ist {2} statt eines Textes)',
  'shares x ratio must be at most 2^53 new shares, and is {0}.':
    'Aktien mal Verhältnis dürfen höchstens 2^53 neue Aktien ergeben, nicht {0}.',
  '0.75, 75%, 4:1 (old to new), "3 new for 4 old" or "4 old for 3 new"':
    '0.75, 75%, 4:1 (alt zu neu), „3 new for 4 old“ oder „4 old for 3 new“',
  '{0} is missing: write {1}.': '{0} fehlt: Schreiben Sie {1}.',
  '{0} {1} is ambiguous: write "{2} new for {3} old" or "{4} old for {5} new".':
    '{0} {1} ist mehrdeutig: Schreiben Sie „{2} new for {3} old“ oder „{4} old for {5} new“.',
  '{0} must be above zero, and is {1}: write {2}.':
    '{0} muss über null liegen und ist {1}: Schreiben Sie {2}.',
  '{0} {1} is not an exchange ratio: write {2}.': '{0} {1} ist kein Tauschverhältnis: Schreiben Sie {2}.',
  '{0} in row {1} of {2}': '{0} in Zeile {1} von {2}',
  '{0} must be a price, and is blank.': '{0} muss ein Preis sein und ist leer.',
  '{0} must not be below From, and is {1} where From is {2}.':
    '{0} darf nicht unter From liegen und ist {1}, während From {2} ist.',
  '{0} must differ from every other, and {1} is there twice.':
    '{0} muss sich von allen anderen unterscheiden; {1} steht dort zweimal.',
  '{0} must have one column {1}, and has two.': '{0} darf nur eine Spalte {1} haben und hat zwei.',
  '{0} must have a column From or Exercise Price From, with the least exercise price.':
    '{0} braucht eine Spalte From oder Exercise Price From mit dem geringsten Ausübungspreis.',
  '{0} must have one of the columns New per Old and Old per New, and has both.':
    '{0} braucht eine der Spalten New per Old und Old per New und hat beide.',
  '{0} must have one of the columns New per Old and Old per New, and has neither.':
    '{0} braucht eine der Spalten New per Old und Old per New und hat keine.',
  'Field {0} is not a column of the ledger: use one of its headers, or Outstanding, Remaining Term or Grant Age{1}':
    'Das Feld {0} ist keine Spalte des Bestands: Nehmen Sie einen seiner Köpfe oder Outstanding, Remaining Term oder Grant Age{1}',
  'As Of is needed for {0}: give the date as of which it is calculated.':
    'Für {0} wird As Of gebraucht: Geben Sie den Tag an, auf den gerechnet wird.',
  'The ledger has no column {0}, from which this field is derived.':
    'Dem Bestand fehlt die Spalte {0}, aus der dieses Feld abgeleitet wird.',
  'No ledger was found: a sheet needs a header row with Holder ID, Grant ID, Grant Date, Exercise Price and Granted or Outstanding.':
    'Kein Bestand gefunden: Ein Blatt braucht eine Kopfzeile mit Holder ID, Grant ID, Grant Date, Exercise Price und Granted oder Outstanding.',
  'Sheet "{0}" has no ledger: it needs a header row with Holder ID, Grant ID, Grant Date, Exercise Price and Granted or Outstanding.':
    'Das Blatt „{0}“ enthält keinen Bestand: Nötig ist eine Kopfzeile mit Holder ID, Grant ID, Grant Date, Exercise Price und Granted oder Outstanding.',
  '{0} both look like the ledger: choose one of them, or name the sheets in the term Ledger, separated by semicolons where several are one ledger.':
    '{0} sehen beide wie der Bestand aus: Wählen Sie eines davon, oder nennen Sie die Blätter in der Bedingung Ledger, durch Semikolon getrennt, wenn mehrere zusammen der Bestand sind.',
  'Sheet "{0}" has several tables that look like the ledger ({1}): leave one of them.':
    'Das Blatt „{0}“ hat mehrere Tabellen, die wie der Bestand aussehen ({1}): Lassen Sie eine davon stehen.',
  '{0} (also found as {1})': '{0} (auch erkannt als {1})',
  '{0} (also found as {1}; the nearest header is {2})':
    '{0} (auch erkannt als {1}; am nächsten kommt die Überschrift {2})',
  '"{0}" is not the name of a column, and is not used; the nearest is {1}: rename it, or say in OfferColumns that it is that column':
    '„{0}“ ist kein Name einer Spalte und wird nicht verwendet; am nächsten kommt {1}: Benennen Sie sie um, oder geben Sie in OfferColumns an, dass sie diese Spalte ist',
  'The ledger has no column Expiration Date: an option that has expired is not noticed':
    'Der Bestand hat keine Spalte Expiration Date: Eine verfallene Option wird nicht bemerkt',
  'No column has these headers, and nothing reads them: {0}':
    'Diese Überschriften hat keine Spalte, und nichts liest sie: {0}',
  '{0} is {1}, where a whole number of shares is due: the grant cannot be split':
    '{0} ist {1}, wo eine ganze Zahl von Aktien stehen muss: Die Zuteilung lässt sich nicht teilen',
  'The day on which vesting starts cannot be read: the grant cannot be split':
    'Der Tag, an dem die Unverfallbarkeit beginnt, ist nicht lesbar: Die Zuteilung lässt sich nicht teilen',
  'Outstanding is missing: the grant cannot be split':
    'Outstanding fehlt: Die Zuteilung lässt sich nicht teilen',
  'The grant cannot be split into vested and unvested shares: give Exercisable, Unvested, Granted and Vested, or its own Vesting Schedule':
    'Die Zuteilung lässt sich nicht in unverfallbare und verfallbare Aktien teilen: Geben Sie Exercisable, Unvested, Granted und Vested oder ihren eigenen Vesting Schedule an',
  'Of {0} shares outstanding, {1} makes {2} vested and {3} unvested: each must be from 0 to the shares outstanding':
    'Von {0} ausstehenden Aktien sind nach {1} {2} unverfallbar und {3} verfallbar: Beides muss von 0 bis zur Zahl der ausstehenden Aktien reichen',
  '{0} makes {1} of the {2} outstanding shares vested, and the grant’s own schedule {3}: the ledger’s shares count':
    'Nach {0} sind {1} der {2} ausstehenden Aktien unverfallbar, nach dem eigenen Plan der Zuteilung {3}: Es zählen die Aktien des Bestands',
  'Plan {0} is already in {1}: this row is not compared':
    'Plan {0} steht schon in {1}: Diese Zeile wird nicht verglichen',
  '{0} is {1}, text where a number is due: it is not compared':
    '{0} ist {1}, Text, wo eine Zahl stehen muss: Es wird nicht verglichen',
  '{0} of plan {1}: the plan system has {2}, the ledger {3}':
    '{0} des Plans {1}: Das Plansystem hat {2}, der Bestand {3}',
  'without a name': 'ohne Namen',
  'Plan {0} has {1} grants with {2} shares outstanding in the ledger, and no row in OfferControls':
    'Plan {0} hat im Bestand {1} Zuteilungen mit {2} ausstehenden Aktien und keine Zeile in OfferControls',
  '{0} touches the table {1} and is not part of it: it is not read; make the table larger, or leave a blank row or column between them':
    '{0} grenzt an die Tabelle {1} und gehört nicht zu ihr: Es wird nicht gelesen; vergrößern Sie die Tabelle, oder lassen Sie eine leere Zeile oder Spalte dazwischen',
  'The workbook has no ledger.': 'Die Arbeitsmappe hat keinen Bestand.',
  'Ledger names the sheet "{0}", which the workbook does not have{1}':
    'Ledger nennt das Blatt „{0}“, das die Arbeitsmappe nicht hat{1}',
  'Ledger names the sheet "{0}" twice.': 'Ledger nennt das Blatt „{0}“ zweimal.',
  'Column is missing: name the column that {0} is.': 'Column fehlt: Nennen Sie die Spalte, die {0} ist.',
  '{0} is not a column of the ledger{1}': '{0} ist keine Spalte des Bestands{1}',
  '{0} is in OfferColumns twice: one header can be that column.':
    '{0} steht zweimal in OfferColumns: Nur eine Überschrift kann diese Spalte sein.',
  'The ledger has no header "{0}", which is said to be {1}: write it as the ledger has it':
    'Der Bestand hat keine Überschrift „{0}“, die {1} sein soll: Schreiben Sie sie so, wie der Bestand sie hat',
  '"{0}" is a column of the grants and not of the holders: it is not read from OfferHolders':
    '„{0}“ ist eine Spalte der Zuteilungen und nicht der Inhaber: Aus OfferHolders wird sie nicht gelesen',
  'Holder {0} has no row in OfferHolders: the ledger’s own values count':
    'Inhaber {0} hat keine Zeile in OfferHolders: Es zählen die Werte des Bestands',
  'Holder {0} has {1} {2} in the ledger and {3} in OfferHolders, which counts':
    'Inhaber {0} hat unter {1} im Bestand {2} und in OfferHolders {3}, das zählt',
  'OfferHolders on sheet "{0}" has the column "{1}", which is not known; did you mean "{2}"?':
    'OfferHolders auf dem Blatt „{0}“ hat die Spalte „{1}“, die nicht bekannt ist; meinten Sie „{2}“?',
  'Holder ID is missing: the row counts for nothing': 'Holder ID fehlt: Die Zeile zählt nicht',
  '{0} of holder {1} is {2} and cannot be read: the row counts for nothing':
    '{0} des Inhabers {1} ist {2} und nicht lesbar: Die Zeile zählt nicht',
  'Holder {0} is already in row {1}, which counts': 'Inhaber {0} steht schon in Zeile {1}, die zählt',
  'Holder {0} is already in row {1}, which counts, with another {2}: leave one row for each holder':
    'Inhaber {0} steht schon in Zeile {1}, die zählt, mit anderem Wert unter {2}: Lassen Sie für jeden Inhaber eine Zeile stehen',
  'The ledger on sheet "{0}" (header in row {1}) lacks the column {2}.':
    'Dem Bestand auf dem Blatt „{0}“ (Kopf in Zeile {1}) fehlt die Spalte {2}.',
  'The ledger on sheet "{0}" (header in row {1}) lacks the columns {2}.':
    'Dem Bestand auf dem Blatt „{0}“ (Kopf in Zeile {1}) fehlen die Spalten {2}.',
  'Grant ID {0} is already in row {1}: each grant needs its own id':
    'Grant ID {0} steht schon in Zeile {1}: Jede Zuteilung braucht eine eigene ID',
  '{0} is missing': '{0} fehlt',
  '{0} is the error {1}': '{0} ist der Fehler {1}',
  '{0} is {1}, text where a number is due': '{0} ist {1}, ein Text statt einer Zahl',
  '{0} is the number {1}, which is not a date': '{0} ist die Zahl {1}, die kein Datum ist',
  '{0} is {1}, text where a date is due': '{0} ist {1}, ein Text statt eines Datums',
  '{0} is negative: {1}': '{0} ist negativ: {1}',
  '{0} is not a whole number: {1}': '{0} ist keine ganze Zahl: {1}',
  '{0} is above 2^53, where counts stop being exact':
    '{0} liegt über 2^53, wo Anzahlen nicht mehr genau sind',
  'Exercise Price is 0': 'Exercise Price ist 0',
  'Expiration Date {0} is before the Grant Date {1}': 'Expiration Date {0} liegt vor dem Grant Date {1}',
  'Granted less Exercised and Cancelled is {0}': 'Granted abzüglich Exercised und Cancelled ist {0}',
  'Outstanding is {0}, but Granted less Exercised and Cancelled is {1}':
    'Outstanding ist {0}, aber Granted abzüglich Exercised und Cancelled ist {1}',
  'Grant {0} was added after the offer closed: it takes no part':
    'Zuteilung {0} kam nach dem Schließen des Angebots hinzu: Sie nimmt nicht teil',
  'Grant {0} was removed after the offer closed: it still counts as it stood':
    'Zuteilung {0} wurde nach dem Schließen des Angebots entfernt: Sie zählt weiter, wie sie stand',
  'Grant {0}: {1} was {2} when the offer closed and is {3} now; it is followed':
    'Zuteilung {0}: {1} war {2}, als das Angebot geschlossen wurde, und ist jetzt {3}; die Änderung wird berücksichtigt',
  'Grant {0}: {1} was {2} when the offer closed and is {3} now; the change is not applied':
    'Zuteilung {0}: {1} war {2}, als das Angebot geschlossen wurde, und ist jetzt {3}; die Änderung wird nicht übernommen',
  '{0} The election is not counted.': '{0} Die Erklärung zählt nicht.',
  'Holder {0} is not in the ledger': 'Inhaber {0} ist nicht im Bestand',
  'Grant {0} is not in the ledger': 'Zuteilung {0} ist nicht im Bestand',
  'Grant {0} belongs to holder {1}, not to {2}': 'Zuteilung {0} gehört Inhaber {1}, nicht {2}',
  'The election of holder {0} came in at {1}, after the offer expired: it does not count':
    'Die Annahme von Inhaber {0} ging am {1} ein, nach dem Ablauf des Angebots: Sie zählt nicht',
  'The withdrawal of holder {0} came in at {1}, after the offer expired: it does not count':
    'Der Rücktritt von Inhaber {0} ging am {1} ein, nach dem Ablauf des Angebots: Er zählt nicht',
  'Holder {0} elects every grant, but none is eligible':
    'Inhaber {0} nimmt für jede Zuteilung an, aber keine ist berechtigt',
  'Grant {0} is elected but not eligible: {1}': 'Zuteilung {0} ist angenommen, aber nicht berechtigt: {1}',
  'Event must be Split or Merger, not {0}.': 'Event muss Split oder Merger sein, nicht {0}.',
  'a split needs New Shares and Old Shares, such as 1 and 3 for a 1-for-3 reverse split.':
    'Ein Aktiensplit braucht New Shares und Old Shares, etwa 1 und 3 bei einer Zusammenlegung von 3 zu 1.',
  'Split {0} for {1} on {2}': 'Split {0} für {1} am {2}',
  'a merger needs Stock per Share, Cash per Share, or both.':
    'Eine Fusion braucht Stock per Share, Cash per Share oder beides.',
  'a merger with Cash per Share needs the Acquirer Price.':
    'Eine Fusion mit Cash per Share braucht den Acquirer Price.',
  'Merger on {0}': 'Fusion am {0}',
  'Look-back': 'Rückschau',
  'Brought in by the look-back': 'Durch die Rückschau einbezogen',
  'Service ended on {0}, before {1}: the promise lapsed':
    'Die Beschäftigung endete am {0}, vor dem {1}: Die Zusage ist verfallen',
  'Grant {0}: {1}': 'Zuteilung {0}: {1}',
  '{0} shares before: {1}': '{0} Aktien vor: {1}',
  'Grant {0} has no vesting table: {1}': 'Zuteilung {0} hat keine Vesting-Tabelle: {1}',
  'Service ended on {0}: nothing vests after it':
    'Die Beschäftigung endete am {0}: Danach wird nichts mehr unverfallbar',
  'The ratio leaves no whole share': 'Das Verhältnis lässt keine ganze Aktie übrig',
  'Expiration Date is missing, and Term Rule {0} needs it':
    'Expiration Date fehlt und wird für Term Rule {0} gebraucht',
  'There is no exercise price for the New Grant Date {0}: {1}':
    'Für das New Grant Date {0} gibt es keinen Ausübungspreis: {1}',
  'The offer is a draft: there is no step to take back.':
    'Das Angebot ist ein Entwurf: Es gibt keinen Schritt zurückzunehmen.',
  'The offer is at the stage {0} and cannot become {1} from there: it is the last stage; a step back leads to Cancelled.':
    'Das Angebot hat den Stand „{0}“ und kann von dort aus nicht „{1}“ werden: Es ist der letzte Stand; ein Schritt zurück führt zu „Gestrichen“.',
  'The offer is at the stage {0} and cannot become {1} from there: the next stage is {2}.':
    'Das Angebot hat den Stand „{0}“ und kann von dort aus nicht „{1}“ werden: Der nächste Stand ist „{2}“.',
  'Nothing is frozen: the ledger, the terms and the elections stay live.':
    'Nichts wird eingefroren: Bestand, Bedingungen und Erklärungen gelten weiter, wie sie in den Zellen stehen.',
  'The terms with which the offer opens are kept: what changes in them is reported in the checks until it is logged as an amendment.':
    'Die Bedingungen, mit denen das Angebot öffnet, werden aufbewahrt: Was sich daran ändert, wird in den Prüfungen gemeldet, bis es als Änderung protokolliert ist.',
  'The offer is at the stage {0} and cannot be amended: only an open offer is.':
    'Das Angebot hat den Stand „{0}“ und kann nicht geändert werden: Das kann nur ein offenes.',
  'The log names what has changed in the terms since the opening or the last amendment, and the earliest expiration that this allows.':
    'Das Protokoll nennt, was sich seit dem Öffnen oder der letzten Änderung an den Bedingungen geändert hat, und den frühesten Ablauf, den das zulässt.',
  'The terms as they stand are kept, and later changes are told from them.':
    'Die Bedingungen werden aufbewahrt, wie sie jetzt stehen; spätere Änderungen werden an ihnen gemessen.',
  'The terms kept at the opening are given up; the log stays as it is.':
    'Die beim Öffnen aufbewahrten Bedingungen werden verworfen; das Protokoll bleibt, wie es ist.',
  '{0} was {1} and is {2}': '{0} war {1} und ist {2}',
  '{0} of {1} in row {2} was {3} and is {4}': '{0} von {1} in Zeile {2} war {3} und ist {4}',
  'Row {0} of {1} was added': 'Zeile {0} von {1} kam hinzu',
  'A row of {0} was removed: {1}': 'Eine Zeile von {0} wurde entfernt: {1}',
  'What has changed is not known, since the terms at the opening were not kept':
    'Was sich geändert hat, ist nicht bekannt, weil die Bedingungen beim Öffnen nicht aufbewahrt wurden',
  '{0}. No minimum period follows from this (Rules 13e-4(e)(3), 14e-1(b)).':
    '{0}. Daraus folgt keine Mindestfrist (Rules 13e-4(e)(3), 14e-1(b)).',
  '{0}. Earliest expiration: {1}.': '{0}. Frühester Ablauf: {1}.',
  'the end of {0}, {1} business days from the amendment of {2} (Rules 13e-4(e)(3), 14e-1(b))':
    'Ende des {0}, {1} Geschäftstage ab der Änderung vom {2} (Rules 13e-4(e)(3), 14e-1(b))',
  '{0}: the change since the opening or the last amendment is not logged; take the step Amend':
    '{0}: Die Abweichung vom Stand beim Öffnen oder bei der letzten Änderung ist nicht protokolliert; nehmen Sie den Schritt „Änderung protokollieren“',
  'The terms have changed since the opening or the last amendment, and what they were is not known: take the step Amend, which logs it':
    'Die Bedingungen haben sich seit dem Öffnen oder der letzten Änderung geändert, und wie sie waren, ist nicht bekannt: Nehmen Sie den Schritt „Änderung protokollieren“',
  'The offer ends before {0}': 'Das Angebot endet zu früh: vor {0}',
  'Nothing has changed in the terms since the opening or the last amendment: there is no amendment to log.':
    'An den Bedingungen hat sich seit dem Öffnen oder der letzten Änderung nichts geändert: Es gibt keine Änderung zu protokollieren.',
  'The ledger’s rows and the elections are kept as they stand now; every later run computes from them.':
    'Die Zeilen des Bestands und die Erklärungen werden aufbewahrt, wie sie jetzt stehen; jeder spätere Lauf rechnet mit ihnen.',
  'What changes in the ledger afterwards is reported in the checks, by grant and value, and not applied; only Termination Date is still followed.':
    'Was sich danach im Bestand ändert, wird in den Prüfungen nach Zuteilung und Wert gemeldet und nicht übernommen; nur Termination Date wird weiter berücksichtigt.',
  'Results are written again and stay live in the terms and the prices.':
    'Die Ergebnisse werden neu geschrieben und folgen weiter den Bedingungen und Kursen.',
  'The tendered options count as cancelled: grants that take part are Exchanged, or Lapsed where service has ended.':
    'Die angedienten Optionen gelten als gestrichen: Teilnehmende Zuteilungen sind getauscht, oder verfallen, wo die Beschäftigung geendet hat.',
  'The ledger and the elections stay as they stood at the closing.':
    'Bestand und Erklärungen bleiben, wie sie beim Schließen standen.',
  'Results are written once more and become values; no run rewrites them.':
    'Die Ergebnisse werden ein letztes Mal geschrieben und zu Werten; kein Lauf überschreibt sie mehr.',
  'Terms, prices and Termination Date no longer change them.':
    'Bedingungen, Kurse und Termination Date ändern sie nicht mehr.',
  'The results may be rewritten again: the next run makes live formulas of them.':
    'Die Ergebnisse dürfen wieder überschrieben werden: Der nächste Lauf macht Live-Formeln daraus.',
  'The ledger and the elections kept at the closing are given up: the live ones count again.':
    'Der beim Schließen aufbewahrte Bestand und die Erklärungen werden verworfen: Es zählen wieder die aktuellen.',
  'The log keeps the closing’s digests.': 'Das Protokoll behält die Prüfsummen des Schließens.',
  'Nothing else changes: the step is taken back in the log.':
    'Sonst ändert sich nichts: Der Schritt wird im Protokoll zurückgenommen.',
  'Table {0} on sheet "{1}" lacks the column {2}.':
    'Der Tabelle {0} auf dem Blatt „{1}“ fehlt die Spalte {2}.',
  '{0} on sheet "{1}": {2}': '{0} auf dem Blatt „{1}“: {2}',
  'All grants': 'Alle Zuteilungen',
  '{0} is below {1}, so that no grant can match the row.':
    '{0} liegt unter {1}, sodass keine Zuteilung zu der Zeile passen kann.',
  '{0} was turned into a date or a time by Excel; type it as a number, such as 0.75.':
    'Excel hat {0} in ein Datum oder eine Uhrzeit verwandelt; geben Sie es als Zahl ein, etwa 0.75.',
  'the row of OfferRatios has both New per Old and Old per New: leave one of them.':
    'Die Zeile von OfferRatios hat New per Old und Old per New: Lassen Sie eines davon stehen.',
  '{0} must be a number, such as 3.5, not {1}.': '{0} muss eine Zahl wie 3.5 sein, nicht {1}.',
  '{0} {1} to {2}': '{0} {1} bis {2}',
  '{0} from {1}': '{0} ab {1}',
  '{0} up to {1}': '{0} bis {1}',
  'The workbook has no table OfferTerms: insert the offer’s terms first.':
    'Die Arbeitsmappe hat keine Tabelle OfferTerms: Fügen Sie zuerst die Bedingungen des Angebots ein.',
  'Table {0} on sheet "{1}": {2}': 'Tabelle {0} auf dem Blatt „{1}“: {2}',
  'Expiration Date is missing: give the day, and the time if there is one, at which the offer closes.':
    'Expiration Date fehlt: Geben Sie den Tag an, und gegebenenfalls die Uhrzeit, an dem das Angebot endet.',
  'the offer has neither a Ratio nor rows in OfferRatios: give one of them.':
    'Das Angebot hat weder eine Ratio noch Zeilen in OfferRatios: Geben Sie eines davon an.',
  'the offer has both a Ratio and rows in OfferRatios: leave the Ratio blank, or empty OfferRatios.':
    'Das Angebot hat sowohl eine Ratio als auch Zeilen in OfferRatios: Lassen Sie Ratio leer, oder leeren Sie OfferRatios.',
  '{0} must be {1} or {2}, not {3}{4}': '{0} muss {1} oder {2} sein, nicht {3}{4}',
  '{0} was turned into a date or a time by Excel; format the cell as text and type it again, such as 0.75 or 4:3.':
    'Excel hat {0} in ein Datum oder eine Uhrzeit verwandelt; formatieren Sie die Zelle als Text und geben Sie es noch einmal ein, etwa 0.75 oder 4:3.',
  'Commencement Date {0} is after the Expiration Date {1}.':
    'Commencement Date {0} liegt nach dem Expiration Date {1}.',
  'Cancellation Date {0} is before the Expiration Date {1}.':
    'Cancellation Date {0} liegt vor dem Expiration Date {1}.',
  'New Grant Date {0} is before the Cancellation Date {1}.':
    'New Grant Date {0} liegt vor dem Cancellation Date {1}.',
  'Service Required Through {0} is before the Cancellation Date {1}.':
    'Service Required Through {0} liegt vor dem Cancellation Date {1}.',
  'Look-back From {0} is after the Cancellation Date {1}.':
    'Look-back From {0} liegt nach dem Cancellation Date {1}.',
  'Grant {0} is brought in by the look-back, but no row of OfferRatios matches it while the closing price is not known: it is not exchanged':
    'Zuteilung {0} ist durch die Rückschau einbezogen, aber keine Zeile von OfferRatios passt, solange der Schlusskurs nicht bekannt ist: Sie wird nicht getauscht',
  'Grant {0} is brought in by the look-back, but no row of OfferRatios matches it: it is not exchanged':
    'Zuteilung {0} ist durch die Rückschau einbezogen, aber keine Zeile von OfferRatios passt: Sie wird nicht getauscht',
  'Grant {0} is elected, but no row of OfferRatios matches it while the closing price is not known: it is not exchanged':
    'Zuteilung {0} ist angenommen, aber keine Zeile von OfferRatios passt, solange der Schlusskurs nicht bekannt ist: Sie wird nicht getauscht',
  'Grant {0} is elected, but no row of OfferRatios matches it: it is not exchanged':
    'Zuteilung {0} ist angenommen, aber keine Zeile von OfferRatios passt: Sie wird nicht getauscht',
  '{0} is taken from the column "{1}"; {2} means the same and is not used':
    '{0} wird aus der Spalte „{1}“ gelesen; {2} bedeutet dasselbe und wird nicht verwendet',
  '{0} gives more than one new share for an old one: {1}':
    '{0} gibt mehr als eine neue Aktie für eine alte: {1}',
  'The ratio of {0}': 'Das Verhältnis „{0}“',
  '{0} is not between the Cancellation Date and the New Grant Date: it adjusts no promise':
    '{0} liegt nicht zwischen Cancellation Date und New Grant Date: Keine Zusage wird angepasst',
  'The vesting table would need {0} rows, more than a sheet has: it is left empty; the summary has the vesting by quarter':
    'Die Vesting-Tabelle bräuchte {0} Zeilen, mehr als ein Blatt hat: Sie bleibt leer; die Zusammenfassung zeigt das Vesting nach Quartalen',
  'Holder {0} has different Termination Dates in different rows; the earliest is used':
    'Inhaber {0} hat in verschiedenen Zeilen verschiedene Termination Dates; das früheste gilt',
  'The ledger’s row cannot be relied on': 'Auf die Zeile des Bestands ist kein Verlass',
  'Service ended': 'Beschäftigung beendet',
  'Nothing is outstanding': 'Nichts steht aus',
  'The option expired': 'Die Option ist abgelaufen',
  "The ledger's row cannot be relied on: {0}": 'Auf die Zeile des Bestands ist kein Verlass: {0}',
  'The ledger’s outstanding shares cannot be read': 'Die ausstehenden Aktien des Bestands sind nicht lesbar',
  'Service ended on {0}, not after the offer expired':
    'Die Beschäftigung endete am {0}, nicht nach dem Ablauf des Angebots',
  'Service ended on {0}, before the options were cancelled':
    'Die Beschäftigung endete am {0}, bevor die Optionen gestrichen wurden',
  'The option expired on {0}, not after the Cancellation Date':
    'Die Option ist am {0} abgelaufen, nicht nach dem Cancellation Date',
  'The workbook\'s stage "{0}" is not known: it is {1}.':
    'Der Stand „{0}“ der Arbeitsmappe ist unbekannt: Möglich sind {1}.',
  'The price floor must be a price of 0 or more, not {0}.':
    'Die Preisuntergrenze muss ein Preis von mindestens 0 sein, nicht {0}.',
  'The participation must be a share from 0 to 1, not {0}.':
    'Die Teilnahme muss ein Anteil von 0 bis 1 sein, nicht {0}.',
  '{0} {1} is not known: use error, previous or next{2}':
    '{0} {1} ist unbekannt: Möglich sind error, previous oder next{2}',
  'decimals must be a whole number from 0 to {0}, and is {1}.':
    'decimals muss eine ganze Zahl von 0 bis {0} sein und ist {1}.',
  '{0} has no Volume other than 0 in these days.': '{0} hat an diesen Tagen kein Volume außer 0.',
  '{0} must have a price on {1}, the grant date, and has none.':
    '{0} braucht einen Kurs am {1}, dem Tag der Zuteilung, und hat keinen.',
  '{0} must have a price on or before {1}, the grant date, and has none.':
    '{0} braucht einen Kurs am oder vor dem {1}, dem Tag der Zuteilung, und hat keinen.',
  '{0} must have a price on or after {1}, the grant date, and has none.':
    '{0} braucht einen Kurs am oder nach dem {1}, dem Tag der Zuteilung, und hat keinen.',
  '{0} must have a price before {1}, the grant date.':
    '{0} braucht einen Kurs vor dem {1}, dem Tag der Zuteilung.',
  '{0} must have {1} trading days up to {2} for {3}, and has {4}.':
    '{0} braucht {1} Handelstage bis zum {2} für {3} und hat {4}.',
  '{0} {1} must take a per cent above zero.': '{0} {1} braucht einen Prozentsatz über null.',
  '{0} {1} must count whole trading days, from 1 to {2}.':
    '{0} {1} muss ganze Handelstage zählen, von 1 bis {2}.',
  '{0} must not be a negative price, and is {1}.': '{0} darf kein negativer Preis sein und ist {1}.',
  '{0} {1} is not an exercise price rule: use close, previous close, average of high and low, average close of 20 days (before), 20-day VWAP, previous 20-day VWAP, 80% of close, greater of close and 4.50, lesser of close and previous close, or a price{2}':
    '{0} {1} ist keine Regel für den Ausübungspreis: Nehmen Sie close, previous close, average of high and low, average close of 20 days (before), 20-day VWAP, previous 20-day VWAP, 80% of close, greater of close and 4.50, lesser of close and previous close oder einen Preis{2}',
  'Date in row {0} of {1}': 'Date in Zeile {0} von {1}',
  'Close on {0} in {1}': 'Close vom {0} in {1}',
  '{0} must have one price for a date, and has two for {1}.':
    '{0} darf für einen Tag nur einen Kurs haben und hat zwei für den {1}.',
  '{0} must have a column {1} for this rule.': '{0} braucht für diese Regel eine Spalte {1}.',
  '{0} has no {1} on {2}.': '{0} hat kein {1} am {2}.',
  '{0} on {1} in {2}': '{0} vom {1} in {2}',
  '{0} must have a column {1}.': '{0} braucht eine Spalte {1}.',
  '{0} must have headers, Date and Close among them, or be two columns: dates and closes.':
    '{0} braucht Köpfe, darunter Date und Close, oder zwei Spalten: Tage und Schlusskurse.',
  '{0} "{1}" is not known: use straight-line or graded{2}':
    '{0} „{1}“ ist unbekannt: Möglich sind straight-line oder graded{2}',
  'forfeitureRate must be from 0 to 1, such as 0.05, and is {0}.':
    'forfeitureRate muss von 0 bis 1 reichen, etwa 0,05, und ist {0}.',
  '{0} "{1}" is not known: use days or months{2}': '{0} „{1}“ ist unbekannt: days oder months{2}',
  'oldValue must be more than 0 for a ratio to be neutral, and is {0}.':
    'oldValue muss größer als 0 sein, damit ein Verhältnis neutral ist, und ist {0}.',
  'step must be more than 0, such as 0.25, and is {0}.':
    'step muss größer als 0 sein, etwa 0,25, und ist {0}.',
  'periodEnds must ascend, each after the one before.': 'periodEnds müssen aufsteigen, jedes nach dem davor.',
  'schedule must be in portions, such as 25% or 1/4: one that counts shares has no cost by itself.':
    'schedule muss aus Anteilen wie 25% oder 1/4 bestehen: Ein Plan, der Aktien zählt, hat keine eigenen Kosten.',
  'schedule divides the award into portions too fine to be calculated exactly.':
    'schedule teilt die Zuteilung in Anteile, die zu fein sind, um genau gerechnet zu werden.',
  'cost must not be negative, and is {0}.': 'cost darf nicht negativ sein und ist {0}.',
  'vestYears must not be negative, and is {0}.': 'vestYears darf nicht negativ sein und ist {0}.',
  'exerciseMultiple must be at least 1, and is {0}.': 'exerciseMultiple muss mindestens 1 sein und ist {0}.',
  'exitRate must not be negative, and is {0}.': 'exitRate darf nicht negativ sein und ist {0}.',
  'steps must be more: with {0} the rate outgrows the volatility in one step.':
    'steps muss mehr sein: Bei {0} wächst der Zins in einem Schritt über die Volatilität hinaus.',
  '{0} "{1}" is not known: use one of {2}{3}': '{0} „{1}“ ist unbekannt: Möglich sind {2}{3}',
  'The vesting schedule runs past 9999-12-31: write a shorter one.':
    'Der Vesting-Plan reicht über den 31.12.9999 hinaus: Schreiben Sie einen kürzeren.',
  'whether its date comes after the part before depends on the vesting start':
    'ob sein Tag nach dem Teil davor kommt, hängt vom Beginn des Vestings ab',
  'whether it comes after the part before depends on the vesting start':
    'ob er nach dem Teil davor kommt, hängt vom Beginn des Vestings ab',
  'The vesting schedule cannot be exported as Open Cap Format vesting terms at "{0}": {1}.':
    'Der Vesting-Plan lässt sich bei „{0}“ nicht als Vesting Terms im Open Cap Format ausgeben: {1}.',
  '{0} shares do not divide into {1} installments': '{0} Aktien lassen sich nicht auf {1} Raten aufteilen',
  'the rest can only be exported as the last part where shares are counted':
    'der Rest lässt sich nur als letzter Teil ausgeben, wo Aktien gezählt werden',
  'the format knows a day of the month for periods in months only':
    'das Format kennt einen Tag des Monats nur für Zeiträume in Monaten',
  'its cliff falls between different installments for different vesting starts':
    'sein Cliff fällt je nach Beginn des Vestings zwischen verschiedene Raten',
  'write it as "monthly over 4 years with a 1 year cliff" or "50% at 6 months, then 50% monthly over 24 months"':
    'schreiben Sie ihn wie „monthly over 4 years with a 1 year cliff“ oder „50% at 6 months, then 50% monthly over 24 months“',
  'The vesting schedule is empty: {0}.': 'Der Vesting-Plan ist leer: {0}.',
  '"{0}" leans on the exchanged grant\'s own vesting, so it is only possible in an offer\'s terms: elsewhere {1}.':
    '„{0}“ stützt sich auf das Vesting der getauschten Zuteilung und ist daher nur in den Bedingungen eines Angebots möglich; sonst {1}.',
  '"not after expiration" needs the new award\'s Expiration Date, so it is only possible in an offer\'s terms.':
    '„not after expiration“ braucht den Verfallstag der neuen Zuteilung und ist daher nur in den Bedingungen eines Angebots möglich.',
  '", paused", ", not before" and a date, or ", not after expiration" is expected here':
    'hier wird „, paused“, „, not before“ mit einem Tag oder „, not after expiration“ erwartet',
  '"{0}" carries the whole award on, so no other part can be beside it: write it alone.':
    '„{0}“ führt die ganze Zuteilung fort, daneben kann kein anderer Teil stehen: Schreiben Sie es allein.',
  '"schedule" or "dates" is expected here': 'hier wird „schedule“ oder „dates“ erwartet',
  'a date such as 2004-12-22, "cancellation + 1 year" or "new grant date + 1 year" is expected here':
    'hier wird ein Datum wie 2004-12-22, „cancellation + 1 year“ oder „new grant date + 1 year“ erwartet',
  'how often is expected here, as in "remaining vesting monthly"':
    'hier wird erwartet, wie oft, wie in „remaining vesting monthly“',
  'what the old schedule had left is counted in months':
    'was vom alten Plan übrig war, wird in Monaten gezählt',
  'write monthly, quarterly, annually or every so many months':
    'schreiben Sie monthly, quarterly, annually oder every mit einer Zahl von Monaten',
  'write the least in months or years': 'schreiben Sie das Mindeste in Monaten oder Jahren',
  "The vesting schedule carries on from the exchanged grant's own, and the grant has none: give its Vesting Schedule.":
    'Der Vesting-Plan führt den eigenen Plan der getauschten Zuteilung fort, und sie hat keinen: Geben Sie ihren Vesting Schedule an.',
  'The vesting schedule says "not after expiration", and the new award has no Expiration Date: leave these words out.':
    'Der Vesting-Plan sagt „not after expiration“, und die neue Zuteilung hat kein Expiration Date: Lassen Sie diese Worte weg.',
  'The vesting schedule has {0} installments: write at most {1}.':
    'Der Vesting-Plan hat {0} Raten: Schreiben Sie höchstens {1}.',
  'The vesting schedule says "the rest" more than once: only one part can take it.':
    'Der Vesting-Plan sagt mehr als einmal „the rest“: Nur ein Teil kann den Rest nehmen.',
  ' beside "the rest"': ' neben „the rest“',
  ' and {0} shares': ' und {0} Aktien',
  'The portions of the vesting schedule add up to {0}{1}{2}, more than 100%.':
    'Die Anteile des Vesting-Plans ergeben zusammen {0}{1}{2}, mehr als 100\u00a0%.',
  'The portions of the vesting schedule add up to {0}, not 100%{1}.':
    'Die Anteile des Vesting-Plans ergeben zusammen {0}, nicht 100\u00a0%{1}.',
  ': {0} is spread over all {1} dates of its part, so write "{2}"':
    ': {0} verteilt sich auf alle {1} Tage des Teils; schreiben Sie also „{2}“',
  ': a part without a portion is all of the award, so write its portion or "the rest"':
    ': Ein Teil ohne Anteil ist die ganze Zuteilung; schreiben Sie also seinen Anteil oder „the rest“',
  ': correct a portion, or let one part take "the rest"':
    ': Berichtigen Sie einen Anteil, oder lassen Sie einen Teil „the rest“ nehmen',
  'The vesting schedule counts {0} shares, more than the award of {1}.':
    'Der Vesting-Plan zählt {0} Aktien, mehr als die Zuteilung von {1}.',
  'The portions of the vesting schedule add up to {0} and {1} shares, which is not the award of {2}: correct them, or let one part take "the rest".':
    'Die Anteile des Vesting-Plans ergeben zusammen {0} und {1} Aktien, was nicht die Zuteilung von {2} ist: Berichtigen Sie sie, oder lassen Sie einen Teil „the rest“ nehmen.',
  '"{0}" is expected here': 'hier wird „{0}“ erwartet',
  'a date such as 2004-12-22 is expected here': 'hier wird ein Datum wie 2004-12-22 erwartet',
  '{0} is expected here, as a whole number': 'hier wird {0} erwartet, als ganze Zahl',
  'the number is larger than 2^53': 'die Zahl ist größer als 2^53',
  'a number is expected before it, as in "1 {0}"': 'davor wird eine Zahl erwartet, wie in „1 {0}“',
  'a span of time has a whole number, as in "18 months" for a year and a half':
    'eine Zeitspanne hat eine ganze Zahl, etwa „18 months“ für anderthalb Jahre',
  'which anniversary is expected here, as in "on the first anniversary" or "on each anniversary over 4 years"':
    'hier wird erwartet, welcher Jahrestag gemeint ist, wie in „on the first anniversary“ oder „on each anniversary over 4 years“',
  'a number of anniversaries': 'eine Anzahl von Jahrestagen',
  'write "on each anniversary over {0} years"': 'schreiben Sie „on each anniversary over {0} years“',
  '"the grant date" or "the vesting start" is expected here':
    'hier wird „the grant date“ oder „the vesting start“ erwartet',
  'how long is expected here, and the portion is of all its dates, so write "{0} over {1}"':
    'hier wird erwartet, wie lange, und der Anteil gilt für alle Tage zusammen; schreiben Sie also „{0} over {1}“',
  'Percent must be from 0% to 100%, not {0}.':
    'Percent muss zwischen 0\u00a0% und 100\u00a0% liegen, nicht {0}.',
  'Received and expiration must both carry an offset from UTC, such as -08:00 or Z, or neither: holder {0} has some with and some without.':
    'Received und expiration müssen beide einen Abstand von UTC tragen, etwa -08:00 oder Z, oder keines: Inhaber {0} hat welche mit und welche ohne.',
  "{0} must go by the exercise price alone, and has the column {1}: leave it out, or let the offer's run choose the row.":
    '{0} muss allein nach dem Ausübungspreis gehen und hat die Spalte {1}: Lassen Sie sie weg, oder lassen Sie den Lauf des Angebots die Zeile wählen.',
  '{0} must be Yes or No, not {1}.': '{0} muss Yes oder No sein, nicht {1}.',
  'a span of time such as "6 months"': 'eine Zeitspanne wie „6 months“',
  'days, weeks, months, quarters or years are expected here':
    'hier werden days, weeks, months, quarters oder years erwartet',
  'the span is longer than the calendar': 'die Spanne ist länger als der Kalender',
  'The vesting schedule cannot be read at "{0}": {1}; {2}.':
    'Der Vesting-Plan ist bei „{0}“ nicht lesbar: {1}; {2}.',
  ' (after "{0}")': ' (nach „{0}“)',
  'The vesting schedule ends too early{0}: {1}.': 'Der Vesting-Plan endet zu früh{0}: {1}.',
  'The vesting schedule cannot be read at "{0}"{1}: {2}{3}':
    'Der Vesting-Plan ist bei „{0}“{1} nicht lesbar: {2}{3}',
  'when it vests is expected here (at, after, on, monthly, every 6 months)':
    'hier wird erwartet, wann es unverfallbar wird (at, after, on, monthly, every 6 months)',
  'it can mean two things, so say "every 2 weeks"':
    'es kann zweierlei bedeuten; schreiben Sie „every 2 weeks“',
  'it can mean two things, so say "every 2 months"':
    'es kann zweierlei bedeuten; schreiben Sie „every 2 months“',
  'it can mean two things, so say "every 6 months" or "every 2 years"':
    'es kann zweierlei bedeuten; schreiben Sie „every 6 months“ oder „every 2 years“',
  'it can mean two things, so say "every 2 years"':
    'es kann zweierlei bedeuten; schreiben Sie „every 2 years“',
  '"then", "and" or a comma is expected before another part':
    'vor einem weiteren Teil wird „then“, „and“ oder ein Komma erwartet',
  'a cliff follows installments, once, as in "monthly over 4 years with a 1 year cliff"':
    'ein Cliff folgt einmal auf Raten, wie in „monthly over 4 years with a 1 year cliff“',
  'a portion is of the whole award, so say either "the rest" or the percentage without "remaining"':
    'ein Anteil gilt von der ganzen Zuteilung; sagen Sie entweder „the rest“ oder den Prozentsatz ohne „remaining“',
  'a portion or "at" is expected before a span of time, and one span has one unit ("18 months")':
    'vor einer Zeitspanne wird ein Anteil oder „at“ erwartet, und eine Spanne hat eine Einheit („18 months“)',
  'a number of shares': 'eine Zahl von Aktien',
  '"{0}" needs "%" or "shares" after it, or "/" as in 1/3':
    'auf „{0}“ muss „%“ oder „shares“ folgen, oder „/“ wie in 1/3',
  'a fraction such as 1/3': 'ein Bruch wie 1/3',
  '"/" is expected here': 'hier wird „/“ erwartet',
  'a fraction cannot be divided by zero': 'ein Bruch kann nicht durch null geteilt werden',
  'the denominator of a fraction': 'der Nenner eines Bruchs',
  'a date follows "on"': 'auf „on“ folgt ein Datum',
  '"grant" or a span of time such as "6 months" is expected here':
    'hier wird „grant“ oder eine Zeitspanne wie „6 months“ erwartet',
  'a day of the month follows when the part vests, as in "at 6 months on the last day"':
    'ein Tag des Monats folgt darauf, wann der Teil unverfallbar wird, wie in „at 6 months on the last day“',
  'a portion (25%, 1/3, 100 shares, the rest) or {0}':
    'ein Anteil (25%, 1/3, 100 shares, the rest), oder {0}',
  '"every {0}" never comes, so at least 1 is needed': '„every {0}“ kommt nie; es muss mindestens 1 sein',
  'a number of installments': 'eine Zahl von Raten',
  'say "over {0} {1}", or "for" a number of installments':
    'sagen Sie „over {0} {1}“, oder „for“ mit einer Zahl von Raten',
  'how long is expected here, as in "over 24 months" or "for 24 installments"':
    'hier wird erwartet, wie lange, wie in „over 24 months“ oder „for 24 installments“',
  '{0} does not divide into installments every {1}': '{0} lässt sich nicht in Raten von je {1} teilen',
  '{0} do not divide into installments every {1}': '{0} lassen sich nicht in Raten von je {1} teilen',
  '{0} installments are too many': '{0} Raten sind zu viele',
  'write at most {0}': 'schreiben Sie höchstens {0}',
  'write a span longer than nothing': 'schreiben Sie eine Spanne, die länger als nichts ist',
  'months have no fixed number of days, so write the span in {0}s, such as "over 52 weeks"':
    'Monate haben keine feste Zahl von Tagen; schreiben Sie die Spanne in {0}s, etwa „over 52 weeks“',
  'months have no fixed number of days, so write the span in months or years':
    'Monate haben keine feste Zahl von Tagen; schreiben Sie die Spanne in Monaten oder Jahren',
  'write a span that is a whole number of them':
    'schreiben Sie eine Spanne, die ein ganzes Vielfaches davon ist',
  'its length before it ("with a 1 year cliff"), or "on" and a date, is expected here':
    'hier wird davor die Länge erwartet („with a 1 year cliff“), oder „on“ und ein Datum',
  '"first day", "last day" or a day from 1st to 31st is expected here':
    'hier wird „first day“, „last day“ oder ein Tag von 1st bis 31st erwartet',
  'write it as {0}': 'schreiben Sie es als {0}',
  'The award must be whole shares from 0 to 2^53, and is {0}.':
    'Die Zuteilung muss eine ganze Zahl von Aktien von 0 bis 2^53 sein und ist {0}.',
  'Grant {0} has no vesting schedule.': 'Zuteilung {0} hat keinen Vesting-Plan.',
  'Period ends must ascend, and {0} follows {1}: sort them by date.':
    'Die Enden der Zeiträume müssen aufsteigen, und {0} folgt auf {1}: Sortieren Sie sie nach dem Datum.',
  'THEN, PLUS or the end is expected here': 'hier wird THEN, PLUS oder das Ende erwartet',
  'VEST is expected here': 'hier wird VEST erwartet',
  'a choice between schedules depends on what happens, and only time-based statements are read':
    'eine Wahl zwischen Plänen hängt davon ab, was geschieht; gelesen werden nur zeitliche Angaben',
  'FROM cannot follow THEN, which continues from the statement before: use PLUS':
    'FROM kann nicht auf THEN folgen, das die Angabe davor fortsetzt: Nehmen Sie PLUS',
  'the {0} on a date holds back a single installment on an unknown one':
    '{0} mit einem Datum hält eine einzelne Rate an einem unbekannten Tag zurück',
  'write FROM DATE with the later of the two': 'schreiben Sie FROM DATE mit dem späteren der beiden',
  'an amount': 'ein Betrag',
  'a decimal amount is a portion from 0 to 1': 'ein Dezimalbetrag ist ein Anteil von 0 bis 1',
  'OVER is expected before EVERY': 'vor EVERY wird OVER erwartet',
  'EVERY is expected here': 'hier wird EVERY erwartet',
  'OVER and EVERY cannot be negative': 'OVER und EVERY können nicht negativ sein',
  'a choice between dates depends on the grant, and only time-based statements are read':
    'eine Wahl zwischen Tagen hängt von der Zuteilung ab; gelesen werden nur zeitliche Angaben',
  'it is an event, and only time-based statements are read':
    'es ist ein Ereignis; gelesen werden nur zeitliche Angaben',
  '{0} cannot stand here': '{0} kann hier nicht stehen',
  'write {0}': 'schreiben Sie {0}',
  'DATE, a span of time such as "12 months", or grantDate is expected here':
    'hier wird DATE, eine Zeitspanne wie „12 months“ oder grantDate erwartet',
  'DATE or a span of time such as "12 months" is expected':
    'es wird DATE oder eine Zeitspanne wie „12 months“ erwartet',
  'a condition depends on what happens, and only time-based statements are read':
    'eine Bedingung hängt davon ab, was geschieht; gelesen werden nur zeitliche Angaben',
  'it lies before the start': 'es liegt vor dem Beginn',
  'write an offset that is not negative, or a date':
    'schreiben Sie einen Abstand, der nicht negativ ist, oder ein Datum',
  'the date lies outside the calendar': 'der Tag liegt außerhalb des Kalenders',
  'write a date from 1900 to 9999': 'schreiben Sie ein Datum von 1900 bis 9999',
  'a cliff of months and days cannot be read': 'ein Cliff aus Monaten und Tagen ist nicht lesbar',
  'write it in months or in days': 'schreiben Sie ihn in Monaten oder in Tagen',
  'The ledger is on sheet "{0}" and has {1} grants.':
    'Der Bestand ist auf dem Blatt „{0}“ und hat {1} Zuteilungen.',
  '{0} Nothing is wrong with it.': '{0} Daran ist nichts auszusetzen.',
  '{0} {1} and {2} are listed on the sheet {3}.': '{0} Auf dem Blatt {3} stehen {1} und {2}.',
  'The hidden sheet "{0}" does not hold what was kept when the offer was closed: restore it from a copy of the workbook, or step back to Open and close again.':
    'Das verborgene Blatt „{0}“ enthält nicht, was beim Schließen des Angebots aufbewahrt wurde: Stellen Sie es aus einer Kopie der Arbeitsmappe wieder her, oder gehen Sie zurück zu „Offen“ und schließen Sie erneut.',
  'Row {0} of sheet "{1}" shows {2} and is not a result to keep: run the offer again, then freeze. Nothing was changed.':
    'Zeile {0} des Blatts „{1}“ zeigt {2} und ist kein Ergebnis, das man behalten kann: Starten Sie den Lauf erneut, und wandeln Sie dann um. Nichts wurde geändert.',
  nothing: 'nichts',
  'Row {0} of sheet "{1}" is for a grant that a run no longer gives: run the offer again, then freeze. Nothing was changed.':
    'Zeile {0} des Blatts „{1}“ gehört zu einer Zuteilung, die ein Lauf nicht mehr ergibt: Starten Sie den Lauf erneut, und wandeln Sie dann um. Nichts wurde geändert.',
  'Cell {0} of sheet "{1}" shows {2} where a run gives {3}: run the offer again, then freeze. Nothing was changed.':
    'Zelle {0} des Blatts „{1}“ zeigt {2}, ein Lauf ergibt {3}: Starten Sie den Lauf erneut, und wandeln Sie dann um. Nichts wurde geändert.',
  'There is already "{0}" in this workbook: the sample needs a workbook without it.':
    '„{0}“ gibt es schon in dieser Arbeitsmappe: Das Beispiel braucht eine Arbeitsmappe ohne dies.',
  'Nothing was inserted.': 'Nichts wurde eingefügt.',
  'Inserted {0}. Every value is blank: the notes say what each means, and what a blank means.':
    'Eingefügt: {0}. Alle Werte sind leer: Die Hinweise sagen, was jeder bedeutet und wofür ein leerer steht.',
  '{0} is already on sheet "{1}" and stays as it is.':
    '{0} ist schon auf dem Blatt „{1}“ und bleibt, wie es ist.',
  '{0} was left out, because a name "{1}" is already defined.':
    '{0} wurde ausgelassen, weil der Name „{1}“ schon definiert ist.',
  '{0} was left out, because sheet "{1}" is protected.':
    '{0} wurde ausgelassen, weil das Blatt „{1}“ geschützt ist.',
  '{0} was left out, because there is already a sheet "{1}" of another kind.':
    '{0} wurde ausgelassen, weil es schon ein Blatt „{1}“ anderer Art gibt.',
  'The offer was closed, but its log is gone: restore the sheet "{0}" from a copy of the workbook.':
    'Das Angebot wurde geschlossen, aber sein Protokoll ist weg: Stellen Sie das Blatt „{0}“ aus einer Kopie der Arbeitsmappe wieder her.',
  'The offer is at the stage {0}, but the hidden sheet "{1}" with the ledger as it stood is gone: restore it from a copy of the workbook, or step back to Open and close again.':
    'Das Angebot hat den Stand „{0}“, aber das verborgene Blatt „{1}“ mit dem damaligen Bestand ist weg: Stellen Sie es aus einer Kopie der Arbeitsmappe wieder her, oder gehen Sie zurück zu „Offen“ und schließen Sie erneut.',
  'Sheet "{0}": {1}': 'Blatt „{0}“: {1}',
  'The ledger and the elections': 'Bestand und Erklärungen',
  'The ledger': 'Bestand',
  'The elections': 'Erklärungen',
  '{0} kept at the closing of {1} (hidden sheet "{2}") were changed since: their digest is not the log\'s. Restore them from a copy of the workbook, or step back to Open and close again.':
    'Was beim Schließen am {1} aufbewahrt wurde (verborgenes Blatt „{2}“), ist seither geändert worden: {0}. Die Prüfsumme ist nicht die des Protokolls. Stellen Sie das Blatt aus einer Kopie der Arbeitsmappe wieder her, oder gehen Sie zurück zu „Offen“ und schließen Sie erneut.',
  'The awards are granted: their results are values that no run rewrites. Take the last step back first.':
    'Die Optionen sind zugeteilt: Ihre Ergebnisse sind Werte, die kein Lauf überschreibt. Nehmen Sie zuerst den letzten Schritt zurück.',
  'Excel refused the change, because the workbook is read-only, or it or a sheet is protected: unprotect it, or save a copy and go on there.':
    'Excel hat die Änderung abgelehnt, weil die Arbeitsmappe schreibgeschützt ist oder sie oder ein Blatt einen Schutz hat: Heben Sie ihn auf, oder speichern Sie eine Kopie, und arbeiten Sie dort weiter.',
  'A sheet or table of that name came into the workbook while Regrant was working, perhaps by somebody else: run again.':
    'Während Regrant arbeitete, kam ein Blatt oder eine Tabelle dieses Namens in die Arbeitsmappe, vielleicht von jemand anderem: Versuchen Sie es erneut.',
  'Somebody else seems to be running the offer in this workbook: wait until it has finished. If it was broken off, run anyway. Nothing was changed.':
    'Jemand anderes lässt das Angebot in dieser Arbeitsmappe anscheinend gerade laufen: Warten Sie, bis der Lauf fertig ist. Wurde er abgebrochen, lassen Sie trotzdem laufen. Nichts wurde geändert.',
  'The sheet "{0}" was changed while the offer was being run, perhaps by somebody else: nothing was written. Run again.':
    'Das Blatt „{0}“ wurde geändert, während das Angebot lief, vielleicht von jemand anderem: Nichts wurde geschrieben. Lassen Sie das Angebot erneut laufen.',
  'The workbook is protected, so that no sheet can be added to it: unprotect it (Review, Protect Workbook), then run again. Nothing was changed.':
    'Die Arbeitsmappe ist geschützt, sodass kein Blatt hinzukommen kann: Heben Sie den Schutz auf (Überprüfen, Arbeitsmappe schützen), und versuchen Sie es erneut. Nichts wurde geändert.',
  'The workbook is read-only: save a copy of it (File, Save a Copy) or ask its owner to let you edit it, then run there. Preview and Explain still work here.':
    'Die Arbeitsmappe ist schreibgeschützt: Speichern Sie eine Kopie (Datei, Kopie speichern), oder bitten Sie ihren Besitzer um Schreibrechte. Vorschau und Erklären gehen hier trotzdem.',
  'Excel is busy because a cell is being edited: press Enter or Esc, then run again.':
    'Excel ist beschäftigt, weil eine Zelle bearbeitet wird: Drücken Sie Eingabe oder Esc, und versuchen Sie es erneut.',
  'The results are too large for one request to Excel: close other workbooks, then run again.':
    'Die Ergebnisse sind zu groß für eine Anfrage an Excel: Schließen Sie andere Arbeitsmappen, und versuchen Sie es erneut.',
  'The ledger is too large for one answer of Excel: shorten its longest texts, then run again.':
    'Der Bestand ist zu groß für eine Antwort von Excel: Kürzen Sie seine längsten Texte, und versuchen Sie es erneut.',
  'A filter is in the way: clear the filters of the Regrant sheets, then run again.':
    'Ein Filter ist im Weg: Löschen Sie die Filter der Regrant-Blätter, und versuchen Sie es erneut.',
  'Merged cells are in the way on one of the Regrant sheets: unmerge them, then run again.':
    'Auf einem der Regrant-Blätter sind verbundene Zellen im Weg: Lösen Sie die Verbindung, und versuchen Sie es erneut.',
  'A sheet or table went away while Regrant was working: run again.':
    'Ein Blatt oder eine Tabelle verschwand, während Regrant arbeitete: Versuchen Sie es erneut.',
  'This Excel lacks something that Regrant needs: update Excel, or use Excel on the web.':
    'Diesem Excel fehlt etwas, das Regrant braucht: Aktualisieren Sie Excel, oder nehmen Sie Excel im Web.',
  'Excel took too long to answer: wait until it has calculated, then run again.':
    'Excel hat zu lange für die Antwort gebraucht: Warten Sie, bis es gerechnet hat, und versuchen Sie es erneut.',
  'Excel has too much to do at the moment: wait a little, then run again.':
    'Excel hat gerade zu viel zu tun: Warten Sie ein wenig, und versuchen Sie es erneut.',
  'Excel could not do what was asked: run again, and reopen the workbook where that does not help.':
    'Excel konnte nicht tun, worum es gebeten wurde: Versuchen Sie es erneut, und öffnen Sie die Arbeitsmappe neu, wenn das nicht hilft.',
  '{0} at {1}': '{0} bei {1}',
  'Excel answered: {0} ({1}). Run again, and ask for help where that does not help.':
    'Excel antwortete: {0} ({1}). Versuchen Sie es erneut, und fragen Sie um Hilfe, wenn das nichts nützt.',
  'Regrant stopped because of a fault in Regrant itself: {0}':
    'Regrant wurde durch einen eigenen Fehler angehalten: {0}',
  'The sheet "{0}" is protected: unprotect it (Review, Unprotect Sheet), then run again. Nothing was changed.':
    'Das Blatt „{0}“ ist geschützt: Heben Sie den Schutz auf (Überprüfen, Blattschutz aufheben), und versuchen Sie es erneut. Nichts wurde geändert.',
  'There is already a sheet "{0}" that Regrant did not make, or whose table {1} was removed: rename it, then run again. Nothing was changed.':
    'Es gibt schon ein Blatt „{0}“, das nicht von Regrant ist oder dem die Tabelle {1} genommen wurde: Benennen Sie es um, und versuchen Sie es erneut. Nichts wurde geändert.',
  'The name "{0}" is already defined in this workbook: rename it, then run again. Nothing was changed.':
    'Der Name „{0}“ ist in dieser Arbeitsmappe schon definiert: Benennen Sie ihn um, und versuchen Sie es erneut. Nichts wurde geändert.',
  'The table {0} on sheet "{1}" lacks the column {2}: put the header back, or rename the table, then run again. Nothing was changed.':
    'Der Tabelle {0} auf dem Blatt „{1}“ fehlt die Spalte {2}: Setzen Sie den Kopf wieder ein, oder benennen Sie die Tabelle um, und versuchen Sie es erneut. Nichts wurde geändert.',
  'There is already a sheet "{0}" that Regrant did not make, while its table {1} is on sheet "{2}": rename one of them, then run again. Nothing was changed.':
    'Es gibt schon ein Blatt „{0}“, das nicht von Regrant ist, während die Tabelle {1} auf dem Blatt „{2}“ steht: Benennen Sie eines davon um, und versuchen Sie es erneut. Nichts wurde geändert.',
  'Cell {0} of sheet "{1}" is where {2} has to grow to row {3}: move what is below the table, then run again. Nothing was changed.':
    'Die Zelle {0} des Blatts „{1}“ steht dort, wo {2} bis Zeile {3} wachsen muss: Verschieben Sie, was unter der Tabelle steht, und versuchen Sie es erneut. Nichts wurde geändert.',
  'Cancelled: the workbook is as it was.': 'Abgebrochen: Die Arbeitsmappe ist, wie sie war.',
  '1 error': '1 Fehler',
  '{0} errors': '{0} Fehler',
  '1 warning': '1 Warnung',
  '{0} warnings': '{0} Warnungen',
  'No errors and no warnings.': 'Keine Fehler und keine Warnungen.',
  'No errors': 'Keine Fehler',
  'no warnings': 'keine Warnungen',
  '{0}: see the sheet Regrant Checks.': '{0}: siehe das Blatt Regrant Checks.',
  'The table {0} on sheet "{1}" is not the one that Regrant writes: rename it, then run again. Nothing was changed.':
    'Die Tabelle {0} auf dem Blatt „{1}“ ist nicht die, die Regrant schreibt: Benennen Sie sie um, und versuchen Sie es erneut. Nichts wurde geändert.',
  'The exercise price of 1 new grant is not known yet: OfferPrices ends before the New Grant Date.':
    'Der Ausübungspreis von 1 neuen Zuteilung ist noch nicht bekannt: OfferPrices endet vor dem New Grant Date.',
  'The exercise price of {0} new grants is not known yet: OfferPrices ends before the New Grant Date.':
    'Der Ausübungspreis von {0} neuen Zuteilungen ist noch nicht bekannt: OfferPrices endet vor dem New Grant Date.',
  '{0}: this cell has been changed meanwhile and was not written: look at it again.':
    '{0}: Diese Zelle wurde inzwischen geändert und nicht geschrieben; sehen Sie sie noch einmal an.',
  '{0}: this row has been changed meanwhile and was not moved: look at it again.':
    '{0}: Diese Zeile wurde inzwischen geändert und nicht verschoben; sehen Sie sie noch einmal an.',
  '{0}: this row holds a formula and was not moved: move it in the sheet.':
    '{0}: Diese Zeile enthält eine Formel und wurde nicht verschoben; verschieben Sie sie im Blatt.',
  'Table {0} on sheet "{1}" has the column {2} already.':
    'Die Tabelle {0} auf dem Blatt „{1}“ hat die Spalte {2} schon.',
  'Something is beside the table {0} on sheet "{1}", where it has to grow: move it away, then try again. Nothing was changed.':
    'Neben der Tabelle {0} auf dem Blatt „{1}“ steht etwas, wo sie wachsen muss: Verschieben Sie es, und versuchen Sie es erneut. Nichts wurde geändert.',
  '{0}: this row has been changed meanwhile and was not written: look at it again.':
    '{0}: Diese Zeile wurde inzwischen geändert und nicht geschrieben; sehen Sie sie noch einmal an.',
  "The workbook has no table OfferRatios: insert the offer's terms first.":
    'Die Arbeitsmappe hat keine Tabelle OfferRatios: Fügen Sie zuerst die Bedingungen des Angebots ein.',
  'Something is below the table {0} on sheet "{1}", where it has to grow by 1 row: move it away, then try again. Nothing was changed.':
    'Unter der Tabelle {0} auf dem Blatt „{1}“ steht etwas, wo sie um eine Zeile wachsen muss: Verschieben Sie es, und versuchen Sie es erneut. Nichts wurde geändert.',
  'Something is below the table {0} on sheet "{1}", where it has to grow by {2} rows: move it away, then try again. Nothing was changed.':
    'Unter der Tabelle {0} auf dem Blatt „{1}“ steht etwas, wo sie um {2} Zeilen wachsen muss: Verschieben Sie es, und versuchen Sie es erneut. Nichts wurde geändert.',
  "The workbook has no table {0}: insert the offer's terms first.":
    'Die Arbeitsmappe hat keine Tabelle {0}: Fügen Sie zuerst die Bedingungen des Angebots ein.',
  'The offer has run. {0}': 'Das Angebot ist durchgerechnet. {0}',
  'There are no live formulas of Regrant in this workbook: its results are values already.':
    'In dieser Arbeitsmappe gibt es keine Live-Formeln von Regrant: Ihre Ergebnisse sind schon Werte.',
  '{0} formulas are values now. Run the offer again to have them live.':
    '{0} Formeln sind jetzt Werte. Ein neuer Lauf macht sie wieder zu Live-Formeln.',
  'Regrant is still at work: wait until it has finished.':
    'Regrant ist noch bei der Arbeit: Warten Sie, bis es fertig ist.',
  '"{0}"': '„{0}“',
  'The offset "{0}" must be Z or from -14:00 to +14:00.':
    'Die Abweichung „{0}“ muss Z sein oder zwischen -14:00 und +14:00 liegen.',
  '{0} must be the name of a time zone, such as America/New_York or Europe/Berlin, not "{1}".':
    '{0} muss der Name einer Zeitzone sein, wie America/New_York oder Europe/Berlin, nicht „{1}“.',
  'Percent and Shares are both given: leave one of them.':
    'Percent und Shares sind beide angegeben: Lassen Sie eines davon stehen.',
  'Shares must be a whole number of shares, not {0}.':
    'Shares muss eine ganze Zahl von Aktien sein, nicht {0}.',
  'Percent must be a percentage such as 37% or 0.37, not {0}.':
    'Percent muss ein Prozentsatz sein, wie 37% oder 0.37, nicht {0}.',
  'Percent must be at most 100%, and is {0}.': 'Percent darf höchstens 100% sein und ist {0}.',
  'Portion must be Vested, Unvested or blank, not {0}.':
    'Portion muss Vested, Unvested oder leer sein, nicht {0}.',
  'New Grant Date is missing': 'New Grant Date fehlt',
  'The form of holder {0} came in on the day of the expiration, without a time: it counts as the start of that day':
    'Das Formular von Inhaber {0} ging am Tag des Ablaufs ohne Uhrzeit ein: Es zählt als Beginn dieses Tages',
  'Grant {0} is kept and not part of the offer: its election brings in nothing':
    'Zuteilung {0} wird behalten und gehört nicht zum Angebot: Ihre Annahme bewirkt nichts',
  '{0} "{1}" has an offset, but the offer has no Time Zone: give one, such as America/New_York.':
    '{0} „{1}“ hat eine Zeitabweichung, aber das Angebot keine Time Zone: Geben Sie eine an, wie America/New_York.',
  'The new exercise price of {0} grants is below the market close of their grant date (IRC 409A, 422(b)(4))':
    'Der neue Ausübungspreis von {0} Zuteilungen liegt unter dem Schlusskurs ihres Zuteilungstags (IRC 409A, 422(b)(4))',
  'The old exercise price of {0} exchanged grants is at or below the market close of the new grant date: they are not under water':
    'Der alte Ausübungspreis von {0} getauschten Zuteilungen liegt nicht über dem Schlusskurs des neuen Zuteilungstags: Sie sind nicht unter Wasser',
  'The new exercise price of {0} grants is not below the old one':
    'Der neue Ausübungspreis von {0} Zuteilungen liegt nicht unter dem alten',
  'The term of {0} new ISOs exceeds ten years, or five for a ten percent holder (IRC 422(b)(3), 422(c)(5))':
    'Die Laufzeit von {0} neuen ISOs übersteigt zehn Jahre, oder fünf für einen Zehn-Prozent-Inhaber (IRC 422(b)(3), 422(c)(5))',
  'The price of {0} new ISOs of ten percent holders is below 110% of the market close (IRC 422(c)(5))':
    'Der Preis von {0} neuen ISOs von Zehn-Prozent-Inhabern liegt unter 110% des Schlusskurses (IRC 422(c)(5))',
  '{0} eligible grants are ISOs, and the offer is open for 30 days or more (Treas. Reg. 1.424-1(e)(4))':
    '{0} berechtigte Zuteilungen sind ISOs, und das Angebot ist 30 Tage oder länger offen (Treas. Reg. 1.424-1(e)(4))',
  'New Grant Type is blank, and {0} exchanged grants are ISOs: the new options are NSOs':
    'New Grant Type ist leer, und {0} getauschte Zuteilungen sind ISOs: Die neuen Optionen sind NSOs',
  'unless a shorter period is permitted, as for certain all-cash offers':
    'sofern keine kürzere Frist zulässig ist, wie bei bestimmten reinen Barangeboten',
  'The offer ends before its 20th business day, {0} (Rules 13e-4(f)(1)(i) and 14e-1(a)), {1}':
    'Das Angebot endet vor seinem 20. Geschäftstag, {0} (Rules 13e-4(f)(1)(i) und 14e-1(a)), {1}',
  'The offer ends before midnight Eastern time of its 20th business day, {0} (Rules 13e-4(f)(1)(i) and 14e-1(a)), {1}':
    'Das Angebot endet vor Mitternacht (Ostküstenzeit) seines 20. Geschäftstags, {0} (Rules 13e-4(f)(1)(i) und 14e-1(a)), {1}',
  'The exchanged grants have exercise prices in {0}: an offer is computed in one currency':
    'Die getauschten Zuteilungen haben Ausübungspreise in {0}: Ein Angebot wird in einer Währung gerechnet',
  '{0} exchanged grants bring no whole new share: their options are cancelled for nothing':
    '{0} getauschte Zuteilungen bringen keine ganze neue Aktie: Ihre Optionen werden ersatzlos gestrichen',
  'Cash per Option is given, but no award is cash: it is not paid':
    'Cash per Option ist angegeben, aber kein Award ist Cash: Es wird nicht gezahlt',
  "Cash per Option is given, but the row's award is not cash: it is not paid":
    'Cash per Option ist angegeben, aber der Award der Zeile ist nicht Cash: Es wird nicht gezahlt',
  '{0} grants wait for the closing price of the New Grant Date: their awards are promised until OfferPrices has it':
    '{0} Zuteilungen warten auf den Schlusskurs des New Grant Date: Ihre Awards sind zugesagt, bis OfferPrices ihn hat',
  'The vesting date {0} is before the New Grant Date {1}: it moves to the New Grant Date':
    'Das Datum {0} der Unverfallbarkeit liegt vor dem New Grant Date {1}: Es rückt auf das New Grant Date',
  "OfferPrices has several classes, and the class of the new award is not known: give New Stock Class or the ledger's Stock Class":
    'OfferPrices hat mehrere Klassen, und die Klasse des neuen Awards ist nicht bekannt: Geben Sie New Stock Class oder Stock Class im Bestand an',
  'OfferPrices has no prices of class {0}': 'OfferPrices hat keine Preise der Klasse {0}',
  'the row of OfferRules has no Field, Operator and Value: complete it or clear it.':
    'die Zeile von OfferRules hat weder Field noch Operator noch Value: Ergänzen oder leeren Sie sie.',
  'its Vesting Schedule is missing': 'ihr Vesting Schedule fehlt',
  'its Vesting Schedule cannot be read: {0}': 'ihr Vesting Schedule ist nicht lesbar: {0}',
  'its Vesting Start is not a date': 'ihr Vesting Start ist kein Datum',
  'Plan is missing.': 'Plan fehlt.',
  'Plan {0} is in the table twice; leave one.':
    'Plan {0} steht zweimal in der Tabelle; lassen Sie einen stehen.',
  'Recycles must be Yes or No, not {0}.': 'Recycles muss Yes oder No sein, nicht {0}.',
  'The row of OfferRatios is never used: row {0} comes first and matches every grant that it matches':
    'Die Zeile von OfferRatios wird nie verwendet: Zeile {0} steht davor und passt auf jede Zuteilung, auf die sie passt',
  'OfferRatios has a gap between {0} and {1}, into which the {2} of {3} grants falls':
    'OfferRatios hat eine Lücke zwischen {0} und {1}, in die {2} von {3} Zuteilungen fällt',
  '{0} holds for the whole offer and cannot be a column of OfferRatios: set it in OfferTerms.':
    '{0} gilt für das ganze Angebot und kann keine Spalte von OfferRatios sein: Geben Sie es in OfferTerms an.',
  '{0} must be Vested or Unvested, not {1}.': '{0} muss Vested oder Unvested sein, nicht {1}.',
  '{0} must be Yes or blank, not {1}.': '{0} muss Yes oder leer sein, nicht {1}.',
  'Table OfferTerms on sheet "{0}": {1}': 'Tabelle OfferTerms auf Blatt „{0}“: {1}',
  'OfferRatios on sheet "{0}", row {1}: {2}': 'OfferRatios auf Blatt „{0}“, Zeile {1}: {2}',
  'the row has no ratio: give New per Old or Old per New.':
    'die Zeile hat kein Verhältnis: Geben Sie New per Old oder Old per New an.',
  'New Grant Date is missing: give the day on which the new awards are granted, such as the day after the expiration.':
    'New Grant Date fehlt: Geben Sie den Tag an, an dem die neuen Awards zugeteilt werden, etwa den Tag nach dem Ablauf.',
  'Vesting Schedule is missing: say how the new awards vest, such as "25% at 1 year, then the rest monthly over 36 months".':
    'Vesting Schedule fehlt: Geben Sie an, wie die neuen Awards unverfallbar werden, etwa „25% at 1 year, then the rest monthly over 36 months“.',
  'Election Unit is None, so that nobody elects, but OfferElections has elections: clear them, or choose another unit.':
    'Election Unit ist None, sodass niemand wählt, aber OfferElections hat Annahmen: Leeren Sie sie oder wählen Sie eine andere Einheit.',
  'Planning Elections is Yes, but OfferElections has real elections: set it to No.':
    'Planning Elections ist Yes, aber OfferElections hat echte Annahmen: Setzen Sie es auf No.',
  'Premium Price and Premium Until belong together: give both or neither.':
    'Premium Price und Premium Until gehören zusammen: Geben Sie beide an oder keines.',
  '{0} has {1}, which is not known: use {Old Grant ID}, {Holder ID} or ##### for a running number.':
    '{0} enthält {1}, was nicht bekannt ist: Verwenden Sie {Old Grant ID}, {Holder ID} oder ##### für eine laufende Nummer.',
  '{0} must be Grant, Holder, None or columns of the ledger separated by semicolons: {1}':
    '{0} muss Grant, Holder, None oder durch Semikolon getrennte Spalten des Bestands sein: {1}',
  'the row has the value {0}, but no term.': 'die Zeile hat den Wert {0}, aber keinen Term.',
  '{0} is not a term of an offer{1}': '{0} ist kein Term eines Angebots{1}',
  '{0} is already in row {1}; leave one of them.':
    '{0} steht bereits in Zeile {1}; lassen Sie eines davon stehen.',
  '{0} is the error {1}; correct its formula.': '{0} ist der Fehler {1}; berichtigen Sie die Formel.',
  "{0} new shares have no plan: give New Plan, or the ledger's Plan":
    '{0} neue Aktien haben keinen Plan: Geben Sie New Plan oder Plan im Bestand an',
  'Plan {0}, which {1} new shares leave, is not in OfferPlans':
    'Plan {0}, den {1} neue Aktien verlassen, steht nicht in OfferPlans',
  'Plan {0} does not suffice: {1} available and {2} returned, {3} granted':
    'Plan {0} reicht nicht: {1} verfügbar und {2} zurückgegeben, {3} zugeteilt',
  'Field "{0}" needs a column of numbers or dates, and {1} holds text.':
    'Feld „{0}“ braucht eine Spalte mit Zahlen oder Daten, und {1} enthält Text.',
  'Grants {0} and {1} of holder {2} are elected together, but their last forms differ: the form in this row counts, as the last in time':
    'Die Zuteilungen {0} und {1} von Inhaber {2} werden zusammen gewählt, aber ihre letzten Formulare unterscheiden sich: Das Formular dieser Zeile zählt als das zeitlich letzte',
  'Grant {0} is not split into parts, so that the form cannot elect its {1} part: it does not count':
    'Zuteilung {0} ist nicht in Teile geteilt, sodass das Formular ihren Teil {1} nicht wählen kann: Es zählt nicht',
  'Grant {0} is split into its vested and its unvested part, so that Shares needs a Portion: the form does not count':
    'Zuteilung {0} ist in ihren Teil Vested und ihren Teil Unvested geteilt, sodass Shares eine Portion braucht: Das Formular zählt nicht',
  'Grant {0} is elected together with others, so that Shares cannot be given: the form does not count':
    'Zuteilung {0} wird mit anderen zusammen gewählt, sodass Shares nicht angegeben werden kann: Das Formular zählt nicht',
  '{0} shares of grant {1} are elected, and {2} are outstanding: nothing is exchanged':
    '{0} Aktien der Zuteilung {1} sind gewählt, und {2} stehen aus: Es wird nichts getauscht',
  '{0} is read from {1}, which is blank for this grant':
    '{0} wird aus {1} gelesen, das bei dieser Zuteilung leer ist',
  '{0} is read from {1}, which is the error {2} for this grant':
    '{0} wird aus {1} gelesen, das bei dieser Zuteilung der Fehler {2} ist',
  '{0} has the column {1} twice; leave one.': '{0} hat die Spalte {1} zweimal; lassen Sie eine stehen.',
  '{0} is not read by this version of Regrant: no result depends on it':
    '{0} wird von dieser Version von Regrant nicht gelesen: Kein Ergebnis hängt davon ab',
  'Column {0} of {1} is not known and not used':
    'Die Spalte {0} von {1} ist nicht bekannt und wird nicht verwendet',
  '{0} is not a column of {1}{2}': '{0} ist keine Spalte von {1}{2}',
  'The formula in {0} gives 0: what it refers to may still be empty':
    'Die Formel in {0} ergibt 0: Worauf sie verweist, ist vielleicht noch leer',
  '{0} new shares, below the minimum of {1}: paid in cash':
    '{0} neue Aktien, unter dem Minimum von {1}: in bar gezahlt',
  '{0} new shares, below the minimum of {1}: granted anyway':
    '{0} neue Aktien, unter dem Minimum von {1}: trotzdem zugeteilt',
  'Grant {0}: {1}: it is not exchanged': 'Zuteilung {0}: {1}: Sie wird nicht getauscht',
  'Grant {0} has no ratio: it is not exchanged':
    'Zuteilung {0} hat kein Verhältnis: Sie wird nicht getauscht',
  'Grant {0}: {1}: the further award is not granted':
    'Zuteilung {0}: {1}: Der weitere Award wird nicht zugeteilt',
  'Grant {0} takes part, but no row of OfferRatios matches its vested part: that part is not exchanged':
    'Zuteilung {0} nimmt teil, aber keine Zeile von OfferRatios passt auf ihren Teil Vested: Dieser Teil wird nicht getauscht',
  'Grant {0} takes part, but no row of OfferRatios matches its unvested part: that part is not exchanged':
    'Zuteilung {0} nimmt teil, aber keine Zeile von OfferRatios passt auf ihren Teil Unvested: Dieser Teil wird nicht getauscht',
  'Grant {0} is paid at the market close of its grant date, which OfferPrices does not have: its cash is blank':
    'Zuteilung {0} wird zum Schlusskurs ihres Zuteilungstags bezahlt, den OfferPrices nicht hat: Ihr Betrag fehlt',
  'Grant {0} is paid in cash, but Cash per Option is not given':
    'Zuteilung {0} wird in bar gezahlt, aber Cash per Option ist nicht angegeben',
  'The offer is granted, but the table {0} is gone: restore it from a copy of the workbook.':
    'Das Angebot ist zugeteilt, aber die Tabelle {0} fehlt: Stellen Sie sie aus einer Kopie der Arbeitsmappe wieder her.',
  'The terms, prices or dates of service now give other results than those granted ({0} on sheet "{1}"): restore what has changed since the grant, or step back and grant again.':
    'Bedingungen, Kurse oder Beschäftigungsdaten ergeben jetzt andere Ergebnisse als die zugeteilten ({0} auf Blatt „{1}“): Stellen Sie wieder her, was sich seit der Zuteilung geändert hat, oder gehen Sie einen Schritt zurück und teilen Sie erneut zu.',
  '{0} must be a language and a country such as en-US or de-DE, not {1}':
    '{0} muss Sprache und Land sein, wie en-US oder de-DE, nicht {1}',
};
