import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { writeProgrammeFile } from '../../../core/groupwork/programme-file.ts'
import { planStrands } from '../../../core/groupwork/strand.ts'
import {
  Facts,
  formatDay,
  Icon,
  Page,
  saveFile,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import { NotHere } from '../not-here.tsx'
import { CopyDialog, type CopyFor } from './copy-dialog.tsx'
import { CoverageList } from './coverage-list.tsx'
import styles from './programmes.module.css'
import { Retire } from './retire.tsx'
import { type OpenProgramme, type ProgrammeRecord, useProgramme } from './use-shelf.ts'

/** One programme, as a worker reads it on a phone before deciding to run it. */
export function ProgrammePage() {
  const { programmeId = '' } = useParams()
  const open = useProgramme(programmeId)
  const mayPlan = useMay('supportGroup', 'create', 'group:')
  if (open === null) return <NotHere />
  const { own } = open
  return (
    <Page
      title={own.title}
      back={{ to: '/groupwork/programmes', label: text('groupwork:library.title') }}
      marks={<UnsentMark record={own} />}
      actions={
        mayPlan &&
        own.retiredOn === null && (
          <Button
            component={Link}
            to={`/groupwork/new?programme=${own.id}`}
            leftSection={<Icon name="plus" size={18} />}
          >
            {text('groupwork:library.plan')}
          </Button>
        )
      }
    >
      <div lang={own.language}>
        <Text>{own.summary}</Text>
      </div>
      <Facts
        rows={[
          {
            label: text('groupwork:library.language'),
            value: text(`kit:languages.${own.language}`),
          },
          { label: text('groupwork:library.code'), value: own.code },
          { label: text('groupwork:library.version'), value: own.version },
          { label: text('groupwork:library.sessions'), value: own.sessions.length },
        ]}
      />
      <Deeds open={open} />
      <SessionList own={own} />
      <About own={own} />
      <CoverageList sessions={own.sessions} />
    </Page>
  )
}

function Deeds({ open }: { readonly open: OpenProgramme }) {
  const { own, counterpart, kept, mayCreate, mayEdit } = open
  const [copyFor, setCopyFor] = useState<CopyFor | null>(null)
  const share = () =>
    saveFile(
      `${own.code}-${own.version}-${own.language}.kiteline.json`,
      writeProgrammeFile(own),
      'application/json',
    )
  return (
    <>
      <Group gap="xs">
        {mayEdit && (
          <Button component={Link} to={`/groupwork/programmes/${own.id}/edit`} variant="default">
            {text('groupwork:library.edit')}
          </Button>
        )}
        {mayCreate && (
          <Button variant="default" onClick={() => setCopyFor('change')}>
            {text('groupwork:library.copy.change')}
          </Button>
        )}
        {counterpart !== null && (
          <Button component={Link} to={`/groupwork/programmes/${counterpart.id}`} variant="default">
            {text(`groupwork:library.other.${counterpart.language}`)}
          </Button>
        )}
        {counterpart === null && mayCreate && (
          <Button variant="default" onClick={() => setCopyFor('translation')}>
            {text('groupwork:library.copy.translation')}
          </Button>
        )}
        <Button variant="default" onClick={share}>
          {text('groupwork:library.share')}
        </Button>
        <Retire open={open} />
      </Group>
      {own.retiredOn !== null && (
        <Text size="sm">
          {text('groupwork:library.retiredOn', { day: formatDay(own.retiredOn) })}
        </Text>
      )}
      {kept !== null && (
        <Text size="sm" c="gray.7">
          {text(`groupwork:library.kept.${kept}`)}
        </Text>
      )}
      {copyFor !== null && (
        <CopyDialog open={open} copyFor={copyFor} onClose={() => setCopyFor(null)} />
      )}
    </>
  )
}

function SessionList({ own }: { readonly own: ProgrammeRecord }) {
  return (
    <Section title={text('groupwork:library.sessions')}>
      <ol className={styles.sessions}>
        {own.sessions.map((session) => (
          <li key={session.no} className={styles.session}>
            <Link
              to={`/groupwork/programmes/${own.id}/sessions/${session.no}`}
              className={styles.cardTitle}
              lang={own.language}
            >
              {text('groupwork:meeting.noTheme', { no: session.no, theme: session.theme })}
            </Link>
            <Text size="sm" c="gray.7">
              {text(`groupwork:form.${session.form}`)}
              {' · '}
              {text(`groupwork:stage.${session.stage}`)}
              {session.daysAfter !== null &&
                ` · ${text('groupwork:library.daysAfterShort', { count: session.daysAfter })}`}
            </Text>
            <Text size="sm">
              {planStrands
                .flatMap((strand) => {
                  const minutes = session.strands[strand]?.minutes
                  return minutes === undefined
                    ? []
                    : [
                        text('groupwork:page.strandMinutes', {
                          strand: text(`groupwork:strand.${strand}`),
                          minutes,
                        }),
                      ]
                })
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const aboutTexts = ['theory', 'audience'] as const
const aboutLists = ['preparation', 'safetyRules', 'followUp'] as const

function About({ own }: { readonly own: ProgrammeRecord }) {
  return (
    <div className={styles.about}>
      {aboutTexts.map((field) => (
        <details key={field}>
          <summary>{text(`groupwork:library.head.${field}`)}</summary>
          <p lang={own.language}>{own[field]}</p>
        </details>
      ))}
      {aboutLists.map((field) => (
        <details key={field}>
          <summary>{text(`groupwork:library.head.${field}`)}</summary>
          <ul lang={own.language}>
            {own[field].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
