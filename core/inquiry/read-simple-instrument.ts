import type { Instrument } from './instrument.ts'
import { writeItemLines, writeItemNames } from './item-names.ts'
import { writeOptionLines } from './option-lines.ts'
import { writeSimpleScales } from './simple-scales.ts'
import type { SimpleInstrument } from './simple-instrument.ts'

/** The form that shows an instrument, for changing a draft or a copy. */
export function readSimpleInstrument(shown: Instrument): SimpleInstrument {
  const { items, responseSets } = shown
  const kinds = new Set(items.map(({ response }) => JSON.stringify(response)))
  const [response] = items.map((item) => item.response)
  const [set] = responseSets
  const simple =
    kinds.size === 1 &&
    responseSets.length < 2 &&
    response !== undefined &&
    response.kind !== 'text'
  const limits = response?.kind === 'number' ? response : set
  return {
    code: shown.code,
    version: shown.version,
    titleZh: shown.title['zh-CN'],
    titleEn: shown.title.en,
    instructionsZh: shown.instructions['zh-CN'],
    instructionsEn: shown.instructions.en,
    respondent: shown.respondent,
    target: shown.target,
    answers: simple ? (response.kind === 'number' ? 'number' : 'choice') : 'asBefore',
    min: limits?.min ?? 1,
    max: limits?.max ?? 5,
    whole: response?.kind === 'number' ? response.whole : true,
    unit: response?.kind === 'number' ? response.unit : '',
    options: writeOptionLines(set?.options ?? []),
    items: writeItemLines(items),
    reversed: writeItemNames(
      items.flatMap((item) => (item.reversed ? [item.id] : [])),
      items,
    ),
    scales: writeSimpleScales(shown),
    licence: shown.licence.status,
    validation: shown.validation.status,
    reference: shown.provenance.reference,
  }
}
