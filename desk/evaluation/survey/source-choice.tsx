import { EmptyState, text } from '../../kit/index.ts'
import { ChoiceField } from '../choice-field.tsx'
import type { ChosenSource } from './use-row-sources.ts'

export function SourceChoice({ from }: { readonly from: ChosenSource }) {
  if (from.options.length === 0)
    return (
      <EmptyState
        title={text('evaluation:school.none')}
        hint={text('evaluation:school.noneHint')}
      />
    )
  return (
    <ChoiceField
      label={text('evaluation:school.source')}
      value={from.chosen}
      options={from.options}
      onChange={from.choose}
    />
  )
}
