import { useMemo } from 'react'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { contactMatch } from '../../../core/contact/contact-match.ts'
import { foldAccounts } from '../../../core/contact/fold-accounts.ts'
import {
  describeStart,
  type StartOfGroup,
  type StartRecords,
} from '../../../core/evaluation/describe-start.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import type { GroupFile } from '../use-group.ts'

/** What this device knows of the group's families before it begins: a co-leader without their files sees less. */
export function useStart(file: GroupFile): StartOfGroup {
  const records = useStartRecords(file)
  const groupId = file.group.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of the records is listed
  return useMemo(() => describeStart(records, groupId), [groupId, ...Object.values(records)])
}

export function useStartRecords({ seats, meetings, rows }: GroupFile): StartRecords {
  const entries = useRecords(contactEntry)
  const matches = useRecords(contactMatch)
  return {
    today: useToday(),
    instruments: useRecords(instrument),
    waves: useRecords(wave),
    sheets: useRecords(answerSheet),
    families: useRecords(family),
    people: useRecords(person),
    pairs: useRecords(pair),
    migrations: useRecords(migration),
    guardianships: useRecords(guardianship),
    consents: useRecords(consent),
    contacts: useMemo(() => foldAccounts(entries, matches), [entries, matches]),
    seats,
    meetings,
    attendance: rows,
  }
}
