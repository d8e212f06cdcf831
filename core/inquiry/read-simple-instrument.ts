import type { Instrument } from './instrument.ts'
import { writeItemLines, writeItemNames } from './item-names.ts'
import { neededOf, type SimpleInstrument } from './simple-instrument.ts'

/** The form that shows an instrument, for changing a draft or a copy. */
export function readSimpleInstrument(shown: Instrument): SimpleInstrument {
  const { items, responseSets, subscales, total } = shown
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
    options: (set?.options ?? [])
      .map(({ value, label }) => [value, label['zh-CN'], label.en].join(' | '))
      .join('\n'),
    items: writeItemLines(items),
    reversed: writeItemNames(
      items.flatMap((item) => (item.reversed ? [item.id] : [])),
      items,
    ),
    scales: [...subscales, ...(total === null ? [] : [total])].map((part) => ({
      id: part.id,
      titleZh: part.title['zh-CN'],
      titleEn: part.title.en,
      items: writeItemNames(part.items, items),
      scoring: part.scoring,
      direction: part.direction,
      atLeast: neededOf(part),
    })),
    licence: shown.licence.status,
    validation: shown.validation.status,
    reference: shown.provenance.reference,
  }
}
