// The sample village as practitioners write it (content/sample): both languages side by side in the same file.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { availabilityShape } from './sample-availability.ts'
import { caseShape } from './sample-case.ts'
import { drawingShape } from './sample-drawing.ts'
import { agreementsShape } from './sample-goals.ts'
import { groupShape } from './sample-group-shapes.ts'
import { lifeShape } from './sample-life-shapes.ts'
import { observationShape } from './sample-observation.ts'
import { profileShape } from './sample-profile.ts'
import { stepsShape } from './sample-steps.ts'
import { familyShape, logShape, stationShape, waveShape } from './sample-shapes.ts'
import { talksShape } from './sample-talks.ts'

export type SampleLanguage = 'zh-CN' | 'en'

/** In the order in which their records follow from each other. */
const stepFiles = [
  'assessment.yaml',
  'closed-case.yaml',
  'casework.yaml',
  'supervision.yaml',
  'safety.yaml',
  'referrals.yaml',
  'rights.yaml',
  'contact.yaml',
  'endings.yaml',
]

const folder = new URL('../../content/sample/', import.meta.url)

/** Takes one language out of a content file: `{ zh-CN: …, en: … }` becomes one text. */
function inLanguage(data: unknown, language: SampleLanguage): unknown {
  if (Array.isArray(data)) return data.map((one: unknown) => inLanguage(one, language))
  if (typeof data !== 'object' || data === null) return data
  const entries = Object.entries(data)
  const both = entries.length === 2 && 'zh-CN' in data && 'en' in data
  if (both) return data[language]
  return Object.fromEntries(entries.map(([name, value]) => [name, inLanguage(value, language)]))
}

/** The whole sample in one language, checked. */
export function readSample(language: SampleLanguage) {
  const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> =>
    shape.parse(inLanguage(parse(readFileSync(new URL(name, folder), 'utf8')), language))
  return {
    language,
    station: read('station.yaml', stationShape),
    families: read('families.yaml', z.strictObject({ families: z.array(familyShape) })).families,
    groups: ['group-finished.yaml', 'group-running.yaml'].map((name) => read(name, groupShape)),
    lives: ['life-finished.yaml', 'life-running.yaml'].map((name) => read(name, lifeShape)),
    availability: read('availability.yaml', availabilityShape).people,
    waves: read('answers.yaml', z.strictObject({ waves: z.array(waveShape) })).waves,
    agreements: read('goals.yaml', agreementsShape),
    talks: read('talks.yaml', talksShape).talks,
    drawing: read('drawing.yaml', drawingShape),
    profile: read('profile.yaml', profileShape),
    case: read('case.yaml', caseShape),
    steps: stepFiles.flatMap((name) => read(name, stepsShape).steps),
    observation: read('observation.yaml', observationShape),
    logs: read('contacts.yaml', z.strictObject({ pairs: z.array(logShape) })).pairs,
  }
}
export type Sample = ReturnType<typeof readSample>
