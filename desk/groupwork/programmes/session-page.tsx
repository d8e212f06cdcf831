import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { planStrands } from '../../../core/groupwork/strand.ts'
import { Icon, Page, Section, text } from '../../kit/index.ts'
import { NotHere } from '../not-here.tsx'
import { PlanView } from './plan-view.tsx'
import styles from './programmes.module.css'
import { useProgramme } from './use-shelf.ts'

/** One session to read through: what happens, what to say, what goes home. */
export function SessionPage() {
  const { programmeId = '', no = '' } = useParams()
  const open = useProgramme(programmeId)
  const session = open?.own.sessions.find((one) => String(one.no) === no)
  if (open === null || session === undefined) return <NotHere />
  const { own } = open
  const path = `/groupwork/programmes/${own.id}`
  return (
    <Page
      title={text('groupwork:meeting.noTheme', { no: session.no, theme: session.theme })}
      back={{ to: path, label: own.title }}
      actions={
        <>
          <PrintLink to={`${path}/sessions/${no}/cards`} label={text('groupwork:cards.title')} />
          <PrintLink to={`${path}/sessions/${no}/leader`} label={text('groupwork:cards.leader')} />
        </>
      }
    >
      <Text c="gray.7">
        {[
          text(`groupwork:form.${session.form}`),
          text(`groupwork:stage.${session.stage}`),
          ...session.targets.map((target) => text(`groupwork:target.${target}`)),
        ].join(' · ')}
      </Text>
      <Lines label={text('groupwork:print.aims')} lines={session.aims} language={own.language} />
      {planStrands.map((strand) => {
        const plan = session.strands[strand]
        if (plan === undefined) return null
        return (
          <Section
            key={strand}
            title={text('groupwork:page.strandMinutes', {
              strand: text(`groupwork:strand.${strand}`),
              minutes: plan.minutes,
            })}
          >
            <PlanView plan={plan} language={own.language} />
          </Section>
        )
      })}
      <Lines
        label={text('groupwork:print.indicators')}
        lines={session.indicators}
        language={own.language}
      />
      <Lines label={text('groupwork:print.risks')} lines={session.risks} language={own.language} />
      <Group justify="space-between">
        {[session.no - 1, session.no + 1].map((next) => {
          const beside = own.sessions.find((one) => one.no === next)
          return beside === undefined ? (
            <span key={next} />
          ) : (
            <Anchor key={next} component={Link} to={`${path}/sessions/${next}`}>
              {text('groupwork:meeting.noTheme', { no: next, theme: beside.theme })}
            </Anchor>
          )
        })}
      </Group>
    </Page>
  )
}

function PrintLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Button
      component={Link}
      to={to}
      variant="default"
      size="sm"
      leftSection={<Icon name="print" size={16} />}
    >
      {label}
    </Button>
  )
}

function Lines({
  label,
  lines,
  language,
}: {
  readonly label: string
  readonly lines: readonly string[]
  readonly language: string
}) {
  if (lines.length === 0) return null
  return (
    <Section title={label}>
      <ul className={styles.lines} lang={language}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}
