// Gathers one profile of a pair with the records on which it rests, as the profile's page reads them.
import { staff } from '../../core/access/staff.ts'
import { describeProfile } from '../../core/assessment/profile/describe-profile.ts'
import { gatherPairEvidence } from '../../core/assessment/profile/gather-pair-evidence.ts'
import type { PairEntry, PairEvidence } from '../../core/assessment/profile/pair-evidence.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactMatch } from '../../core/contact/contact-match.ts'
import { foldAccounts } from '../../core/contact/fold-accounts.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { codebookCode, type CodebookCodeEntry } from '../../core/inquiry/coding/codebook-code.ts'
import { codedSpan } from '../../core/inquiry/coding/coded-span.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { interview } from '../../core/inquiry/interview/interview.ts'
import { episode } from '../../core/inquiry/observation/episode.ts'
import { wave } from '../../core/inquiry/wave.ts'
import type { FamilyOnPaper } from '../../core/paperwork/papers/family-on-paper.ts'
import { noSubject, type Subject } from './paper-subject.ts'
import type { Look } from './record-store.ts'

/**
 * `profileNo`: which of the pair's profiles, null for the latest. A pair without a profile has a form to write on; null where the
 * family has no such pair, or the pair no such profile.
 */
export async function gatherAssessment(
  look: Look,
  today: string,
  file: FamilyOnPaper,
  { pairId, profileNo }: { readonly pairId: string; readonly profileNo: number | null },
): Promise<Subject | null> {
  const pair = file.drawn.pairs.find(({ id }) => id === pairId)
  if (pair === undefined) return null
  const { childId, adultId } = pair
  const about = { ...noSubject, childId, adultId }
  const profiles = await look.many(pairProfile, { pairId })
  const shown =
    profileNo === null
      ? profiles.toSorted((left, right) => left.no - right.no).at(-1)
      : profiles.find(({ no }) => no === profileNo)
  if (shown === undefined) return profileNo === null ? about : null
  const settledBy = shown.settledById === null ? null : await look.one(staff, shown.settledById)
  const profile = describeProfile(shown, {
    pair,
    live: await gatherLive(look, today, file, pair),
    guardianships: file.drawn.guardianships,
  })
  return { ...about, assessment: { profile, settledBy: settledBy?.name ?? '' } }
}

async function gatherLive(
  look: Look,
  today: string,
  { family, people, migrations, drawn: { pairs } }: FamilyOnPaper,
  pair: PairEntry,
): Promise<PairEvidence> {
  const own = { familyId: family.id }
  const sheets = await look.many(answerSheet, own)
  const instrumentIds = [...new Set(sheets.map(({ instrumentId }) => instrumentId))]
  const waveIds = [...new Set(sheets.map(({ waveId }) => waveId))]
  const spans = await look.many(codedSpan, own)
  return gatherPairEvidence(pair, {
    today,
    people,
    pairs,
    stays: migrations,
    instruments: await look.every(instrument, 'id', instrumentIds),
    waves: await look.every(wave, 'id', waveIds),
    sheets,
    contacts: foldAccounts(await look.many(contactEntry, own), await look.many(contactMatch, own)),
    interviews: await look.many(interview, own),
    codes: await gatherCodes(look, [...new Set(spans.flatMap(({ codeId }) => codeId ?? []))]),
    spans,
    episodes: await look.many(episode, own),
  })
}

/** With those that they stand under: what a code of the agency's own says is read from its head. */
async function gatherCodes(
  look: Look,
  ids: readonly string[],
): Promise<readonly CodebookCodeEntry[]> {
  const own = await look.every(codebookCode, 'id', ids)
  const heads = own.flatMap(({ parentId }) => parentId ?? []).filter((id) => !ids.includes(id))
  return [...own, ...(await look.every(codebookCode, 'id', [...new Set(heads)]))]
}
