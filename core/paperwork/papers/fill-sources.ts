import type { Wording } from '../../evaluation/write-numbers.ts'
import { citeSource } from '../../inquiry/evidence/cite-source.ts'
import type { ListedSource } from '../../inquiry/evidence/list-sources.ts'
import { readWords } from '../../inquiry/words.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'

/** The reference list, the same on every form that has one. */
export const sourceFields: readonly TemplateField[] = [
  ...declareFields(null, [
    ['hasSources', '有依据文献', 'condition'],
    ['sources', '依据文献列表', 'list'],
  ]),
  ...declareFields('sources', [
    ['sourceNo', '文献序号'],
    ['sourceLine', '依据文献'],
    ['sourceLimits', '文献局限'],
  ]),
]

export interface SourceOnPaper {
  readonly line: string
  readonly limits: string
}

/** EVI-7: whoever reads what a plan rests on also reads what that cannot show. `sources` stand in the order of the list. */
export function writeSources(
  sources: readonly ListedSource[],
  { language, translate }: Wording,
): readonly SourceOnPaper[] {
  return sources.map((source) => ({
    line: citeSource(source, language),
    limits: translate('evidence:picker.limit', { limits: readWords(source.limits, language) }),
  }))
}

export function fillSources(written: readonly SourceOnPaper[]): FieldValues {
  return {
    hasSources: written.length > 0,
    sources: written.map(({ line, limits }, at) => ({
      sourceNo: `[${at + 1}]`,
      sourceLine: line,
      sourceLimits: limits,
    })),
  }
}
