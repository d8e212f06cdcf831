import { Anchor, Button, Group } from '@mantine/core'
import { Link, useParams } from 'react-router'
import {
  supervisionFunctions,
  supervisionRecord,
  type SupervisionRecord,
} from '../../../core/casework/supervision/supervision-record.ts'
import {
  ConflictMark,
  EmptyState,
  Facts,
  formatDay,
  formatList,
  Page,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { type LocalRecord, useRecord } from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import { RecordActions, Signatures } from './record-steps.tsx'
import { RecordWord } from './record-word.tsx'
import styles from './supervision.module.css'
import { useAboutNames, wayTo } from './use-supervision.ts'

const parts = ['question', 'discussion', 'suggestion', 'strengths', 'feelings'] as const

/** One supervision as it was written down, what is to be done, and who has signed these words. */
export function RecordPage() {
  const { recordId = '' } = useParams()
  const its = useRecord(supervisionRecord, recordId)
  const back = { to: '/casework/supervision', label: text('supervision:title') }
  if (its === null)
    return (
      <Page title={text('supervision:record.missing')} back={back}>
        <EmptyState
          title={text('supervision:record.missing')}
          hint={text('supervision:record.missingHint')}
        />
      </Page>
    )
  return (
    <Page
      title={text('supervision:record.of', { day: formatDay(its.on) })}
      back={back}
      marks={
        <>
          <UnsentMark record={its} />
          <ConflictMark kind={supervisionRecord} record={its} />
        </>
      }
      actions={
        <>
          {its.wordsErasedOn === null && (
            <Button
              component={Link}
              to={`/casework/supervision/records/${its.id}/edit`}
              variant="default"
            >
              {text('supervision:record.edit')}
            </Button>
          )}
          <RecordWord its={its} />
        </>
      }
    >
      <p className={styles.fine}>{text('supervision:record.private')}</p>
      {its.wordsErasedOn !== null && (
        <p className={styles.fine}>
          {text('supervision:record.wordsErased', { day: formatDay(its.wordsErasedOn) })}
        </p>
      )}
      <Head its={its} />
      {parts.map(
        (part) =>
          its[part] !== '' && (
            <Section key={part} title={text(`supervision:record.${part}`)}>
              <p className={styles.words}>{its[part]}</p>
            </Section>
          ),
      )}
      <RecordActions its={its} />
      <Signatures its={its} />
    </Page>
  )
}

type RecordProps = { readonly its: LocalRecord<SupervisionRecord> }

function Head({ its }: RecordProps) {
  const nameOf = useStaffNames()
  const aboutName = useAboutNames()
  const named = (part: 'supervisor' | 'supervisee') =>
    Object.entries(its.parties).flatMap(([id, one]) => (one === part ? [nameOf(id)] : []))
  const supervisors = [...named('supervisor'), ...(its.outsideName === '' ? [] : [its.outsideName])]
  return (
    <Facts
      rows={[
        { label: text('supervision:record.supervisor'), value: formatList(supervisors) },
        { label: text('supervision:record.supervisees'), value: formatList(named('supervisee')) },
        {
          label: text('supervision:record.formLabel'),
          value: text(`supervision:record.form.${its.form}`),
        },
        {
          label: text('supervision:record.minutes'),
          value: its.minutes === null ? '' : String(its.minutes),
        },
        {
          label: text('supervision:record.functions'),
          value: formatList(
            supervisionFunctions
              .filter((one) => its.functions.includes(one))
              .map((one) => text(`supervision:record.function.${one}`)),
          ),
        },
        {
          label: text('supervision:record.aboutLabel'),
          value: (
            <Group gap="sm">
              {Object.entries(its.about).map(([key, about]) => (
                <Anchor key={key} component={Link} to={wayTo(about)}>
                  {aboutName(about)}
                </Anchor>
              ))}
            </Group>
          ),
        },
        {
          label: text('supervision:record.nextOn'),
          value: its.nextOn === null ? '' : formatDay(its.nextOn),
        },
      ]}
    />
  )
}
