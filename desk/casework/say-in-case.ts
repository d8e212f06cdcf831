import { caseFile } from '../../core/casework/case-file.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Draft } from '../../core/sync/device.ts'
import { type Doing, useDoing } from '../kit/index.ts'
import { useAct } from '../sync/index.ts'

export function draftStep(recordId: string, verb: string, input: object): Draft {
  return { kind: caseFile, recordId, verb, input: fieldsAsJson(input), fields: {} }
}

/** A named step of a case; answers whether it is saved. */
export function useSayInCase(recordId: string): {
  readonly doing: Doing
  readonly say: (verb: string, input: object) => Promise<boolean>
} {
  const act = useAct()
  const doing = useDoing()
  return {
    doing,
    say: async (verb, input) =>
      (await doing.run(() => act(draftStep(recordId, verb, input)))) !== null,
  }
}
