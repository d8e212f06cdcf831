import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { disclosure } from '../../../core/access/accountability/disclosure.ts'
import { impactAssessment } from '../../../core/access/accountability/impact-assessment.ts'
import { incident } from '../../../core/access/accountability/incident.ts'
import { formatDay, Page, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** What the agency answers for, each with its state in one line. */
export function AccountabilityHomePage() {
  const lines = useLines()
  return (
    <Page
      title={text('accountability:title')}
      back={{ to: '/more', label: text('access:nav.more') }}
    >
      <Text>{text('accountability:explain')}</Text>
      {lines.map(({ name, to, state }) => (
        <Section
          key={name}
          title={text(`accountability:home.${name}`)}
          hint={text(`accountability:home.${name}Hint`)}
        >
          <Text>{state}</Text>
          <Anchor component={Link} to={to}>
            {text(`accountability:home.${name}Link`)}
          </Anchor>
        </Section>
      ))}
    </Page>
  )
}

function useLines() {
  const open = useRecords(incident, { state: 'open' }).length
  const undecided = useRecords(disclosure).filter(({ outcome }) => outcome === null).length
  const concluded = useRecords(impactAssessment, { state: 'concluded' })
  const last = concluded
    .flatMap(({ concludedOn }) => (concludedOn === null ? [] : [concludedOn]))
    .toSorted()
    .at(-1)
  return [
    {
      name: 'assessments',
      to: '/accountability/assessments',
      state:
        last === undefined
          ? text('accountability:home.noAssessment')
          : text('accountability:home.lastAssessment', { day: formatDay(last) }),
    },
    { name: 'year', to: '/accountability/year', state: text('accountability:home.yearDue') },
    {
      name: 'incidents',
      to: '/accountability/incidents',
      state: text('accountability:home.incidentsOpen', { count: open }),
    },
    {
      name: 'requests',
      to: '/accountability/requests',
      state: text('accountability:home.requestsOpen', { count: undecided }),
    },
  ] as const
}
