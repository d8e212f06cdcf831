// Gathers the talks that a paper is made of: only those that who asks may read, and of a text that they still code alone only their own marks.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { mayRead } from '../../core/access/standing.ts'
import { consent } from '../../core/families/consent.ts'
import { consentState } from '../../core/families/consent-state.ts'
import { family } from '../../core/families/family.ts'
import { hideNames } from '../../core/families/hide-names.ts'
import { person } from '../../core/families/person.ts'
import { codebookCode } from '../../core/inquiry/coding/codebook-code.ts'
import { codedSpan } from '../../core/inquiry/coding/coded-span.ts'
import { codingPass } from '../../core/inquiry/coding/coding-pass.ts'
import { interview, type InterviewEntry } from '../../core/inquiry/interview/interview.ts'
import { layOutLines } from '../../core/inquiry/interview/text-lines.ts'
import { transcript, transcriptId } from '../../core/inquiry/interview/transcript.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type {
  TalkOnPaper,
  TalkPaperInput,
} from '../../core/paperwork/papers/talks/talk-paper-input.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import type { House } from './house.ts'
import { lookAt, type Look } from './record-store.ts'

export interface TalkAsk {
  readonly interviewIds: readonly string[]
  readonly codeId: string | null
  readonly byCode: boolean
  readonly language: 'zh-CN' | 'en'
}

/** A talk out of reach is as little there as one that never was. */
export async function gatherTalks(
  house: House,
  actor: Actor,
  ask: TalkAsk,
): Promise<Outcome<TalkPaperInput>> {
  const { standing, families } = await transact(
    house.pool,
    actor.agencyId,
    async (transaction) => ({
      standing: await standingOf(transaction, house.keyRing, actor),
      families: await transaction.rows<{ readonly id: string; readonly code: string }>(
        'select id, code from family where agency_id = $1 and not removed',
        [actor.agencyId],
      ),
    }),
  )
  return lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const found = await look.every(interview, 'id', [...new Set(ask.interviewIds)])
    const isWhole = new Set(ask.interviewIds).size === found.length
    const mayAll = found.every(({ id, familyId }) =>
      [interview, transcript, codedSpan].every(({ name }) =>
        mayRead(standing, name, familyId === null ? 'agency' : `family:${familyId}`, id),
      ),
    )
    if (home === null || !isWhole || !mayAll) return refuse('NotFound')
    const inOrder = [...found].sort((left, right) =>
      (left.heldOn ?? '').localeCompare(right.heldOn ?? ''),
    )
    const talks: TalkOnPaper[] = []
    for (const its of inOrder) talks.push(await gatherTalk(look, actor, its, house.today()))
    const maker = await look.one(staff, actor.staffId)
    return done({
      agency: home,
      talks,
      codes: await look.every(codebookCode, 'state', ['active', 'retired']),
      codeId: ask.codeId,
      hide: ask.byCode ? await gatherHiding(look, families) : null,
      madeOn: house.today(),
      madeBy: maker?.name ?? '',
      wording: { language: ask.language, translate: house.words(ask.language) },
    })
  })
}

async function gatherTalk(
  look: Look,
  actor: Actor,
  its: InterviewEntry,
  today: string,
): Promise<TalkOnPaper> {
  const { familyId, childId } = its
  const home = familyId === null ? null : await look.one(family, familyId)
  const respondent = its.respondentId === null ? null : await look.one(person, its.respondentId)
  const interviewer = await look.one(staff, its.interviewerId)
  const text = await look.one(transcript, transcriptId(its.id))
  const passes = await look.many(codingPass, { interviewId: its.id })
  const isBlind = passes.some(({ coderId, state }) => coderId === actor.staffId && state === 'open')
  const spans = await look.many(codedSpan, { interviewId: its.id })
  return {
    its,
    familyCode: home?.code ?? null,
    respondent: respondent?.name ?? its.respondentName,
    interviewer: interviewer?.name ?? '',
    consent:
      familyId === null || childId === null
        ? null
        : consentState(await look.many(consent, { familyId }), childId, 'assessment', today),
    lines: text === null ? [] : layOutLines(text.lines),
    spans: spans.filter(
      ({ takenBack, coderId }) => !takenBack && (!isBlind || coderId === actor.staffId),
    ),
  }
}

/** Names of all the agency's families: who is spoken of need not be of the family that speaks. */
async function gatherHiding(
  look: Look,
  families: readonly { readonly id: string; readonly code: string }[],
): Promise<(words: string) => string> {
  const codes = new Map(families.map(({ id, code }) => [id, code]))
  const people = await look.every(person, 'familyId', [...codes.keys()])
  return (words) =>
    hideNames(words, people, (familyId) => codes.get(familyId) ?? '', { petNames: true })
}
