/** The services by which office.js answers for custom functions and ribbon actions; the add-in never sees them. */
import type { ObjectClass } from '../object-class.ts';

export const customFunctions: ObjectClass<null> = {
  scalars: {},
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: (_self, _args, host) => host.customFunctions.ready(),
    // 1: sends too large an answer again in parts; 2 and 4: waits less between answers.
    _GetEnabledFeatures: () => [1, 2, 4],
    setInvocationArrayResults: (_self, args, host) => host.customFunctions.answer(args.list(0)),
  },
};

export const addinInternalService: ObjectClass<null> = {
  scalars: {},
  // The bridge and the frame deliver ribbon commands without this notice.
  methods: { notifyActionHandlerReady: () => undefined },
};
