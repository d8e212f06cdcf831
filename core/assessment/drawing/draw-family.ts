// From records to a drawing in one step: for the screen, for a file and for paper.
import type { Pair } from '../../families/pair.ts'
import type { Known } from './genogram/genogram-records.ts'
import type { SystemTie } from './facts/system-tie.ts'
import { layoutEcomap } from './ecomap/layout-ecomap.ts'
import { type Ecomap, readEcomap } from './ecomap/read-ecomap.ts'
import type { Genogram } from './genogram/genogram.ts'
import type { GenogramRecords } from './genogram/genogram-records.ts'
import { layoutGenogram } from './genogram/layout-genogram.ts'
import { readGenogram } from './genogram/read-genogram.ts'
import { drawEcomap } from './picture/draw-ecomap.ts'
import { drawGenogram } from './picture/draw-genogram.ts'
import { labelLoose, labelPerson, type Say } from './picture/label-person.ts'
import type { Drawing } from './picture/shape.ts'

export interface FamilyRecords extends GenogramRecords {
  readonly ties: readonly Known<SystemTie>[]
}

/** The genogram around a child as it was on a day (form-F24). */
export function drawFamily(
  records: GenogramRecords,
  indexId: string,
  day: string,
  say: Say,
): { readonly genogram: Genogram; readonly drawing: Drawing } {
  const genogram = readGenogram(records, indexId, day)
  const layout = layoutGenogram(genogram, (person) => [
    ...labelPerson(person, say),
    ...(genogram.loose.includes(person.id)
      ? labelLoose(records.pairs.find(isPairOf(indexId, person.id))?.relation ?? null, say)
      : []),
  ])
  return { genogram, drawing: drawGenogram(genogram, layout) }
}

function isPairOf(childId: string, adultId: string) {
  return (pair: Pair) => pair.childId === childId && pair.adultId === adultId
}

/** The ecomap of the child's household as it was on a day (form-F25). */
export function drawSurroundings(
  records: FamilyRecords,
  indexId: string,
  day: string,
  say: Say,
): { readonly ecomap: Ecomap; readonly drawing: Drawing } {
  const household = readGenogram(records, indexId, day)
    .people.filter(({ id, inHousehold }) => inHousehold || id === indexId)
    .map(({ id }) => id)
  const ecomap = readEcomap(records.ties, records.people, household, day)
  return { ecomap, drawing: drawEcomap(ecomap, layoutEcomap(ecomap), say) }
}
