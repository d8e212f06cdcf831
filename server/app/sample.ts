// The second door: a fictional village, planted through the same changes, rules and rights as real records.
import { randomBytes } from 'node:crypto'
import { addDays, type Day } from '../../core/kit/dates.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { instrument, instrumentIdOf, type Instrument } from '../../core/inquiry/instrument.ts'
import { programme, type Programme } from '../../core/groupwork/programme.ts'
import { programmeId } from '../../core/groupwork/programme-parse.ts'
import { foundAgency } from '../access/accounts.ts'
import { readNotice } from './consent-notices.ts'
import type { House } from './house.ts'
import { loadContent } from './load-content.ts'
import { actEach, lookAt } from './record-store.ts'
import {
  draftLogs,
  draftWaves,
  sampleInstrumentCodes,
  sampleInstrumentVersion,
  type SampleInstruments,
} from './sample-answers.ts'
import { draftAvailability } from './sample-availability.ts'
import { draftCase } from './sample-case.ts'
import { draftColleagues, draftFamilies, draftStation } from './sample-families.ts'
import { draftDrawing } from './sample-drawing.ts'
import { draftAgreements } from './sample-goals.ts'
import { layGround, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { draftGroups } from './sample-groups.ts'
import { readSample, type Sample, type SampleLanguage } from './sample-parse.ts'
import { draftObservation } from './sample-observation.ts'
import { sendSampleLink } from './sample-link.ts'
import { draftProfile } from './sample-profile.ts'
import { draftSteps } from './sample-steps.ts'
import { storeSampleFamily } from './sample-stored.ts'
import { addDigests } from './sample-digests.ts'
import { draftTalks } from './sample-talks.ts'

const mostPerPush = 500
const yearsHere = 5

/** What the agency's shelf must hold before the village can be drafted. */
export interface SampleShelf {
  readonly programme: Programme
  readonly instruments: SampleInstruments
}

interface Founded {
  readonly agencyId: string
  readonly staffId: string
}

/** The village that is there, or a new one. Whoever comes again, after a restart too, enters the same. */
export async function openSample(
  house: House,
  language: SampleLanguage,
): Promise<Outcome<Founded>> {
  const present = await findSample(house)
  if (present !== null) return done(present)
  const sample = readSample(language)
  const founded = await foundSample(house, sample, 'nothing')
  if (founded.ok) await plantVillage(house, sample, founded.value)
  const raced = founded.ok ? null : await findSample(house)
  return raced === null ? founded : done(raced)
}

async function findSample(house: House): Promise<Founded | null> {
  const { rows } = await house.pool.query<{ agency_id: string; staff_id: string }>(
    'select agency_id, staff_id from find_sample()',
  )
  const [row] = rows
  return row === undefined ? null : { agencyId: row.agency_id, staffId: row.staff_id }
}

/** Founds a fictional agency and plants its village, alive on the day it is opened. */
export async function plantSample(house: House, language: SampleLanguage): Promise<Founded> {
  const sample = readSample(language)
  const founded = await foundSample(house, sample, 'any')
  if (!founded.ok) throw new Error(`The sample could not be founded: ${founded.refusal.id}`)
  await plantVillage(house, sample, founded.value)
  return founded.value
}

async function plantVillage(house: House, sample: Sample, founded: Founded): Promise<void> {
  const { agencyId, staffId } = founded
  await loadContent(house, agencyId, staffId)
  const shelf = await readShelf(house, agencyId, sample)
  const drafts = draftSample(sample, shelf, { ...founded, today: house.today() })
  for (const { day, now, drafts: own } of inMoments(drafts, house.today()))
    for (let from = 0; from < own.length; from += mostPerPush) {
      const part = await addDigests(house, agencyId, own.slice(from, from + mostPerPush), day)
      const then = now === null ? house : { ...house, now: () => now }
      const answers = await actEach(then, agencyId, staffId, part, day)
      const aside = answers.findIndex(({ status }) => status !== 'applied')
      if (aside >= 0)
        throw new Error(
          `The sample was not taken: ${part[aside]?.kind.name} ${part[aside]?.verb} ${JSON.stringify(answers[aside])}`,
        )
    }
  const ground = layGround(sample, agencyId, staffId, house.today())
  await storeSampleFamily(house, sample.station.stored, ground)
  await sendSampleLink(house, sample.station.asked, ground)
}

/** What keeps the day on which it was done comes after the rest, moment by moment: a record of May was not handed in today. */
function inMoments(drafts: readonly SampleDraft[], today: Day) {
  const nameOf = ({ on, now = '' }: SampleDraft) => (on === undefined ? '' : `${on} ${now}`)
  const names = [...new Set(drafts.map(nameOf))].sort()
  return names.flatMap((name) => {
    const own = drafts.filter((one) => nameOf(one) === name)
    const [first] = own
    return first === undefined
      ? []
      : [{ day: first.on ?? today, now: first.now ?? null, drafts: own }]
  })
}

function foundSample(
  house: House,
  { station, language }: Sample,
  beside: 'any' | 'nothing',
): Promise<Outcome<Founded>> {
  const name = station.staff.worker
  // Whoever enters has been here for years: only then can they be the second person whom a colleague has asked (ACC-19).
  const longAgo = `${addDays(house.today(), -yearsHere * 365)}T00:00:00.000Z`
  return foundAgency(
    { ...house, now: () => longAgo },
    { name: station.agency, county: station.county, dataGuardian: name, sample: true },
    {
      name,
      loginName: `sample-${randomBytes(6).toString('hex')}`,
      roles: ['agencyAdmin', 'supervisor', 'socialWorker'],
      language,
    },
    randomBytes(24).toString('base64url'),
    beside,
  )
}

export async function readShelf(
  house: House,
  agencyId: string,
  { station, language }: Sample,
): Promise<SampleShelf> {
  return lookAt(house, agencyId, async (look) => {
    const template = await look.one(programme, programmeId({ ...station.programme, language }))
    if (template === null) throw new Error('content/sample: its programme is not on the shelf')
    const instruments = new Map<string, Instrument>()
    for (const code of Object.values(sampleInstrumentCodes)) {
      const known = await look.one(instrument, instrumentIdOf(code, sampleInstrumentVersion))
      if (known !== null) instruments.set(code, known)
    }
    return { programme: template, instruments }
  })
}

/** Everything the village consists of, in the order in which the rules allow it. The same day gives the same drafts. */
export function draftSample(
  sample: Sample,
  shelf: SampleShelf,
  on: { readonly agencyId: string; readonly staffId: string; readonly today: string },
): readonly SampleDraft[] {
  const ground = layGround(sample, on.agencyId, on.staffId, on.today)
  return [
    ...draftColleagues(sample, ground),
    draftStation(sample, ground),
    ...draftFamilies(sample, ground, readNotice(sample.language).version),
    ...draftAvailability(sample.availability, meetingDay(sample, ground), ground),
    ...draftGroups(sample, ground, shelf.programme),
    ...draftWaves(sample, ground, shelf.instruments),
    ...draftLogs(sample, ground),
    ...draftAgreements(sample.agreements, ground),
    ...draftTalks(sample.talks, sample.language, ground),
    ...draftDrawing(sample.drawing, ground),
    ...draftObservation(sample.observation, ground),
    draftProfile(sample.profile, ground),
    ...draftCase(sample.case, ground),
    ...draftSteps(sample.steps, ground),
  ]
}

/** The day of the week on which the group that runs now meets. */
function meetingDay({ groups }: Sample, ground: SampleGround): Day {
  const running = groups.find(({ closed }) => closed === null)
  if (running === undefined) throw new Error('content/sample: no group runs')
  return ground.daysAgo(running.firstDay)
}
