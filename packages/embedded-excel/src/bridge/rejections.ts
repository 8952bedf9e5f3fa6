/**
 * Promises of an add-in that are rejected with nobody to catch them. Node would end the process; here they are handed
 * to the add-in that they belong to. Those of other code end the process as they always do.
 */

/** Takes a rejection that is its own, and says whether it was. */
export type RejectionClaim = (reason: unknown) => boolean;

const claims = new Set<RejectionClaim>();

const onRejection = (reason: unknown): void => {
  for (const claim of claims) if (claim(reason)) return;
  throw reason instanceof Error ? reason : new Error(String(reason));
};

/** Begins to hand over rejections; returns what ends it. */
export function claimRejections(claim: RejectionClaim): () => void {
  if (claims.size === 0) process.on('unhandledRejection', onRejection);
  claims.add(claim);
  return () => {
    claims.delete(claim);
    if (claims.size === 0) process.off('unhandledRejection', onRejection);
  };
}
