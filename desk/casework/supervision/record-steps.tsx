import { Button, Group } from '@mantine/core'
import {
  listSignatures,
  supervisionRecord,
  type SupervisionRecord,
  wordsOfSupervision,
} from '../../../core/casework/supervision/supervision-record.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { DoingNote, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useActor, useToday } from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import styles from './supervision.module.css'

type RecordProps = { readonly its: LocalRecord<SupervisionRecord> }

/** What is to be done, and by whom; whoever has done it says so. */
export function RecordActions({ its }: RecordProps) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const nameOf = useStaffNames()
  const finish = (key: string) =>
    doing.run(() =>
      act({
        ...{ kind: supervisionRecord, recordId: its.id, verb: 'finishAction', fields: {} },
        input: { key, on: today },
      }),
    )
  const rows = Object.entries(its.actions)
  return (
    <Section title={text('supervision:record.actions')}>
      {rows.length === 0 && <p className={styles.fine}>{text('supervision:record.none')}</p>}
      <ul className={styles.lines}>
        {rows.map(([key, { what, staffId, dueOn }]) => {
          const done = its.actionsDone[key]
          return (
            <li key={key} className={styles.line}>
              <span>{what}</span>
              <Group gap="sm">
                <span className={styles.fine}>
                  {[nameOf(staffId), dueOn === null ? '' : formatDay(dueOn)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                  {done === undefined && dueOn !== null && dueOn < today
                    ? ` · ${text('supervision:record.overdue')}`
                    : ''}
                </span>
                {done === undefined ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${text('supervision:record.done')}: ${what}`}
                    onClick={() => void finish(key).catch(reportError)}
                  >
                    {text('supervision:record.done')}
                  </Button>
                ) : (
                  <span className={styles.fine}>
                    {text('supervision:record.doneOn', { day: formatDay(done.on) })}
                  </span>
                )}
              </Group>
            </li>
          )
        })}
      </ul>
      <DoingNote doing={doing} />
    </Section>
  )
}

/** Who has signed these very words. */
export function Signatures({ its }: RecordProps) {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const nameOf = useStaffNames()
  const signatures = listSignatures(its)
  const own = signatures.find((one) => one.staffId === staffId)
  const sign = () =>
    doing.run(() =>
      act({
        ...{ kind: supervisionRecord, recordId: its.id, verb: 'sign', fields: {} },
        input: fieldsAsJson({ words: wordsOfSupervision(its) }),
      }),
    )
  return (
    <Section title={text('supervision:record.signatures')}>
      <ul className={styles.lines}>
        {signatures.map(({ staffId: id, part, on, changedSince }) => (
          <li key={id}>
            {text(
              `supervision:record.${on === null ? 'unsigned' : changedSince ? 'signedGone' : 'signed'}`,
              {
                name: nameOf(id),
                part: text(`supervision:record.part.${part}`),
                day: formatDay(on),
              },
            )}
          </li>
        ))}
        {its.outsideName !== '' && (
          <li>{text('supervision:record.outsideSigns', { name: its.outsideName })}</li>
        )}
      </ul>
      {own !== undefined && (own.on === null || own.changedSince) && (
        <>
          <p className={styles.fine}>{text('supervision:record.signHint')}</p>
          <DoingNote doing={doing} />
          <Group>
            <Button loading={doing.busy} onClick={() => void sign().catch(reportError)}>
              {text('supervision:record.sign')}
            </Button>
          </Group>
        </>
      )}
    </Section>
  )
}
