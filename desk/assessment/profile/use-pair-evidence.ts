import { useMemo } from 'react'
import { gatherPairEvidence } from '../../../core/assessment/profile/gather-pair-evidence.ts'
import type { PairEntry, PairEvidence } from '../../../core/assessment/profile/pair-evidence.ts'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { contactMatch } from '../../../core/contact/contact-match.ts'
import { foldAccounts } from '../../../core/contact/fold-accounts.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair as pairKind } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { codebookCode } from '../../../core/inquiry/coding/codebook-code.ts'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { episode } from '../../../core/inquiry/observation/episode.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { useRecords, useToday } from '../../sync/index.ts'

/** What this device holds about one pair. */
export function usePairEvidence(pair: PairEntry): PairEvidence {
  const today = useToday()
  const own = { familyId: pair.familyId }
  const people = useRecords(person, own)
  const pairs = useRecords(pairKind, own)
  const stays = useRecords(migration, own)
  const instruments = useRecords(instrument)
  const waves = useRecords(wave)
  const sheets = useRecords(answerSheet, own)
  const accounts = useRecords(contactEntry, own)
  const matches = useRecords(contactMatch, own)
  const contacts = useMemo(() => foldAccounts(accounts, matches), [accounts, matches])
  const interviews = useRecords(interview, own)
  const episodes = useRecords(episode, own)
  const codes = useRecords(codebookCode)
  const spans = useRecords(codedSpan, own)
  return useMemo(
    () =>
      gatherPairEvidence(pair, {
        today,
        people,
        pairs,
        stays,
        instruments,
        waves,
        sheets,
        contacts,
        interviews,
        codes,
        spans,
        episodes,
      }),
    [
      pair,
      today,
      people,
      pairs,
      stays,
      instruments,
      waves,
      sheets,
      contacts,
      interviews,
      codes,
      spans,
      episodes,
    ],
  )
}
