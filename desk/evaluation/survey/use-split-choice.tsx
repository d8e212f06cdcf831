import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { SurveySplit } from '../../../core/evaluation/survey/survey-table.ts'
import { text } from '../../kit/index.ts'
import { ChoiceField } from '../choice-field.tsx'

const byGroup = 'group'
const byNothing = 'none'

function keyOf(name: string): string {
  return name === '' ? byGroup : `by ${name}`
}

/** By what the survey is laid beside each other: school or class unless somebody chooses; what there is to choose is known once it is read. */
export function useSplitChoice(): {
  readonly splitOf: (splits: readonly SurveySplit[]) => string | null
  readonly field: (splits: readonly SurveySplit[]) => ReactNode
} {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('split')
  const splitOf = (splits: readonly SurveySplit[]): string | null => {
    if (wanted === byNothing) return null
    const found = splits.find(({ name }) => keyOf(name) === wanted) ?? splits[0]
    return found?.name ?? null
  }
  const choose = (key: string): void => {
    setSearch(
      (was) => {
        const all = new URLSearchParams(was)
        all.set('split', key)
        return all
      },
      { replace: true },
    )
  }
  const field = (splits: readonly SurveySplit[]): ReactNode => {
    const chosen = splitOf(splits)
    if (splits.length === 0) return null
    return (
      <ChoiceField
        label={text('evaluation:school.by')}
        value={chosen === null ? byNothing : keyOf(chosen)}
        options={[
          ...splits.map(({ name, groups }) => ({
            value: keyOf(name),
            label: text('evaluation:school.byOption', {
              name: name === '' ? text('evaluation:school.class') : name,
              groups,
            }),
          })),
          { value: byNothing, label: text('evaluation:school.byNothing') },
        ]}
        onChange={choose}
      />
    )
  }
  return { splitOf, field }
}
