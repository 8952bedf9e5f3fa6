/** The service behind `Office.addin.showAsTaskpane` and `hide`: the pane of a shared runtime is shown or hidden. */
import type { ObjectClass } from '../object-class.ts';
import { invalidArgument } from '../rich-api-error.ts';

const [VISIBLE, BACKGROUND] = ['Visible', 'Background'];

export const appRuntimeService: ObjectClass<null> = {
  scalars: {},
  methods: {
    getAppRuntimeState: (_self, _args, host) => (host.pane.isShown ? VISIBLE : BACKGROUND),
    setAppRuntimeState: (_self, args, host) => {
      const state = args.text(0);
      if (state !== VISIBLE && state !== BACKGROUND) throw invalidArgument();
      host.pane.show(state === VISIBLE);
    },
  },
};
