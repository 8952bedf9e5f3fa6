/**
 * The page of the shared runtime: the custom functions, the ribbon's commands, an entry for whoever runs the add-in
 * without a person, and, where there is a page to show it in, the pane. It knows when each begins, not what it does.
 */
import '../functions/functions.ts';
import { carrierFor, showNumberFormats } from '../functions/number-formats.ts';
import { type PaneDoor, registerCommands } from '../commands/register-commands.ts';
import { exposeAutomation } from './automation.ts';
import type { PaneHandle } from './view/app.tsx';

/** Not where Microsoft's network could not be reached: the pane then says so. */
const isOfficeThere = 'Office' in globalThis;

/** Components are a script of their own: formulas and ribbon commands work without it. */
async function loadPane(element: Element): Promise<PaneHandle | undefined> {
  const [{ mountPane }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ './view/mount.tsx'),
    isOfficeThere && Office.onReady(),
  ]);
  return mountPane(element);
}

/** The pane is not there for commands where its script could not be loaded. */
const ifLoaded = (loading: Promise<PaneHandle | undefined>): Promise<PaneHandle | undefined> =>
  loading.catch(() => undefined);

/** Programs run the add-in in a global without a page, and so without a pane. */
const element = document.getElementById('pane');
const pane = element === null ? undefined : ifLoaded(loadPane(element));

const door: PaneDoor = {
  async open(place) {
    if (pane === undefined) return false;
    try {
      await Office.addin.showAsTaskpane();
    } catch {
      return false;
    }
    void pane.then((handle) => handle?.open(place));
    return true;
  },
  async carryOut(work) {
    const handle = await pane;
    if (handle !== undefined) await handle.carryOut(work);
    // Nobody is there to be told why it was refused; the workbook is as it was.
    else await work({}).catch(() => undefined);
  },
};

exposeAutomation();

if (isOfficeThere)
  void Office.onReady(({ host }) => {
    // A browser's tab has office.js and no Excel behind it.
    if (host !== Office.HostType.Excel) return;
    showNumberFormats(
      carrierFor((name, version) => Office.context.requirements.isSetSupported(name, version)),
    );
    registerCommands(door);
  });
