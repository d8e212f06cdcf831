// The profile of one pair of the sample village, begun and not settled yet: whoever visits can go on writing.
import { z } from 'zod'
import { causeIds, harmIds, strengthIds } from '../../core/assessment/profile/cause-ids.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import {
  assessedSides,
  linkStrengths,
  needs,
  risks,
} from '../../core/assessment/profile/profile-parts.ts'
import { pairProfileId } from '../../core/assessment/profile/profile-shape.ts'
import { pairId } from '../../core/families/pair.ts'
import { programmeTargets } from '../../core/inquiry/programme-targets.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { daysAgo, key, text } from './sample-shapes.ts'

const notesShape = z.array(z.tuple([z.enum(linkStrengths), text]))

export const profileShape = z.strictObject({
  child: key,
  adult: key,
  days: daysAgo,
  judgements: z.partialRecord(
    z.enum(programmeTargets),
    z.strictObject({ need: z.enum(needs), words: text, reason: text }),
  ),
  /** Each with what shows it. */
  causes: z.partialRecord(z.enum(causeIds), notesShape),
  harms: z.partialRecord(z.enum(harmIds), notesShape),
  strengths: z.array(z.tuple([z.enum(strengthIds), text])),
  childWords: text,
  adultWords: text,
  guardianWords: text,
  sides: z.partialRecord(z.enum(assessedSides), text),
  summarySelf: text,
  summaryFamily: text,
  summarySocial: text,
  priorities: z.array(z.string()),
  risk: z.enum(risks),
  riskWords: text,
  theory: text,
})

export function draftProfile(
  { child, adult, days, causes, harms, strengths, ...written }: z.infer<typeof profileShape>,
  ground: SampleGround,
): SampleDraft {
  const pair = pairId(ground.personId(child), ground.personId(adult))
  const parts = (of: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(of).map((id) => [id, { starter: id }]))
  const links = (['cause', 'harm'] as const).flatMap((of) =>
    Object.entries(of === 'cause' ? causes : harms).flatMap(([to, notes]) =>
      notes.map(([strength, words], nth) => {
        const evidence = { of: 'note', words }
        return [`${of}-${to}-${nth + 1}`, { of, to, evidence, strength, why: '' }] as const
      }),
    ),
  )
  return create(pairProfile, pairProfileId(pair, 1), {
    familyId: ground.familyIdOf(child),
    pairId: pair,
    no: 1,
    begunOn: ground.daysAgo(days),
    ...written,
    causes: parts(causes),
    harms: parts(harms),
    links: Object.fromEntries(links),
    strengths: Object.fromEntries(
      strengths.map(([kind, words], nth) => [`strength-${nth + 1}`, { kind, words }]),
    ),
  })
}
