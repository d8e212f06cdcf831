/**
 * May this person do this to records of this kind in this scope? What cannot be read is neither missing nor late: it says
 * nothing at all.
 */
export type May = (kindName: string, verb: string, scope: string) => boolean
