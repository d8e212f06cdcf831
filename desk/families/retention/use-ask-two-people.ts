import { approval } from '../../../core/access/approval.ts'
import { type Doing, useDoing } from '../../kit/index.ts'
import { newId, useAct } from '../../sync/index.ts'

/** Asks for a step that two people take about a family, with its reason; answers whether it is asked. */
export function useAskTwoPeople(
  action: string,
  familyId: string,
): { readonly ask: (reason: string) => Promise<boolean>; readonly doing: Doing } {
  const act = useAct()
  const doing = useDoing()
  const ask = async (reason: string): Promise<boolean> => {
    const recordId = newId()
    const fields = { action, subjectKind: 'family', subjectId: familyId, reason }
    const asked = await doing.run(() =>
      act([
        { kind: approval, recordId, verb: 'create', input: {}, fields },
        { kind: approval, recordId, verb: 'request', input: {}, fields: {} },
      ]),
    )
    return asked !== null
  }
  return { ask, doing }
}
