import { useMemo } from 'react'
import { pairSurveyWaves } from '../../core/evaluation/choose-waves.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { DataTable, formatDay, Section, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'

/** Surveys, each alone; those by codes that were asked before and after as a pair too. */
export function SurveyList() {
  const waves = useRecords(wave)
  const rows = useMemo(() => {
    const pairs = pairSurveyWaves(waves.filter(({ subject }) => subject === 'codes')).map(
      ({ before, after }) => ({
        path: `${before.id}/${after.id}`,
        title: `${before.title} → ${after.title}`,
        opensOn: after.opensOn,
      }),
    )
    const single = waves.map(({ id, title, opensOn }) => ({ path: id, title, opensOn }))
    return [...pairs, ...single].sort((left, right) => right.opensOn.localeCompare(left.opensOn))
  }, [waves])
  if (rows.length === 0) return null
  const title = text('paperwork:home.makeSurvey')
  return (
    <Section title={title} hint={text('paperwork:home.makeSurveyHint')}>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ path }) => path}
        linkOf={({ path }) => `/paperwork/surveys/${path}`}
        columns={[
          { name: 'title', label: text('paperwork:home.survey'), show: (row) => row.title },
          {
            name: 'opensOn',
            label: text('paperwork:home.opensOn'),
            show: ({ opensOn }) => formatDay(opensOn),
          },
        ]}
      />
    </Section>
  )
}
