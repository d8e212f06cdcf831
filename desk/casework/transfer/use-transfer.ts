// What the screens of a transfer read and say.
import { z } from 'zod'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { caseContact } from '../../../core/casework/case-contact.ts'
import type { TransferRecords } from '../../../core/casework/transfer/part-source.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { type Doing, useDoing } from '../../kit/index.ts'
import { useAct, useRecord, useRecords, useToday } from '../../sync/index.ts'

/** One family's records from which the parts are written, here as on the server. */
export function useTransferRecords(familyId: string): TransferRecords {
  return {
    family: useRecord(family, familyId),
    today: useToday(),
    consents: useRecords(consent, { familyId }),
    restrictions: useRecords(restrictedParty, { familyId }),
    people: useRecords(person, { familyId }),
    pairs: useRecords(pair, { familyId }),
    guardianships: useRecords(guardianship, { familyId }),
    migrations: useRecords(migration, { familyId }),
    profiles: useRecords(pairProfile, { familyId }),
    plans: useRecords(servicePlan, { familyId }),
    goals: useRecords(goal, { familyId }),
    contacts: useRecords(caseContact, { familyId }),
    sheets: useRecords(answerSheet, { familyId }),
    instruments: useRecords(instrument),
  }
}

/** A named step of a transfer; answers whether it is saved. */
export function useSayInTransfer(recordId: string): {
  readonly doing: Doing
  readonly say: (verb: string, input: object) => Promise<boolean>
} {
  const act = useAct()
  const doing = useDoing()
  return {
    doing,
    say: async (verb, input) => {
      const change = { kind: transfer, recordId, verb, input: fieldsAsJson(input), fields: {} }
      return (await doing.run(() => act(change))) !== null
    },
  }
}

export const linkShape = z.object({ address: z.string(), code: z.string(), endsAt: z.string() })
export type MadeLink = z.infer<typeof linkShape>
export const openingsShape = z.object({
  openings: z.array(
    z.object({ at: z.string(), what: z.enum(['opened', 'codeWrong', 'downloaded', 'answered']) }),
  ),
  link: z.object({ endsAt: z.string(), locked: z.boolean() }).nullable(),
})
export type Openings = z.infer<typeof openingsShape>
