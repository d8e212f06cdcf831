import { Anchor, Button, Group, NativeSelect } from '@mantine/core'
import type { SupervisionQuestion } from '../../../core/casework/supervision/supervision-question.ts'
import type { SupervisionRecord } from '../../../core/casework/supervision/supervision-record.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import { type LocalRecord, newId, type RecordForm } from '../../sync/index.ts'
import styles from './supervision.module.css'
import { useAboutNames, useAboutOptions } from './use-supervision.ts'

interface FieldsProps {
  readonly form: RecordForm<SupervisionRecord>
}

/** Cases and groups, chosen from a list: plain ids, so that nothing of a family points here. */
export function AboutFields({ form: { fields, set } }: FieldsProps) {
  const nameOf = useAboutNames()
  const led = Object.entries(fields.parties).flatMap(([id, part]) =>
    part === 'supervisee' ? [id] : [],
  )
  const chosen = Object.values(fields.about).map(({ kind, id }) => `${kind}:${id}`)
  const options = useAboutOptions(led).filter(({ key }) => !chosen.includes(key))
  const add = (key: string) => {
    const option = options.find((one) => one.key === key)
    if (option === undefined) return
    const { kind, id } = option
    set({ about: { ...fields.about, [newId()]: { kind, id } } })
  }
  return (
    <div>
      <NativeSelect
        label={text('supervision:record.aboutLabel')}
        description={text('supervision:record.aboutHint')}
        value=""
        data={[
          { value: '', label: text('supervision:record.choose') },
          ...options.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={({ currentTarget }) => add(currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        {Object.entries(fields.about).map(([key, about]) => (
          <Button
            key={key}
            size="compact-sm"
            variant="default"
            aria-label={text('supervision:record.removeAction', { what: nameOf(about) })}
            onClick={() =>
              set({
                about: Object.fromEntries(
                  Object.entries(fields.about).filter(([one]) => one !== key),
                ),
              })
            }
          >
            {`${nameOf(about)} ×`}
          </Button>
        ))}
      </Group>
    </div>
  )
}

export function TakeUp({
  questions,
  takeUp,
}: {
  readonly questions: readonly LocalRecord<SupervisionQuestion>[]
  readonly takeUp: (question: LocalRecord<SupervisionQuestion>) => void
}) {
  const aboutName = useAboutNames()
  if (questions.length === 0) return null
  return (
    <Section title={text('supervision:record.takeUpTitle')}>
      <ul className={styles.lines}>
        {questions.map((its) => (
          <li key={its.id} className={styles.line}>
            <p className={styles.words}>{its.words}</p>
            <Group gap="sm">
              <span className={styles.fine}>
                {[formatDay(its.on), its.about === null ? '' : aboutName(its.about)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              <Anchor component="button" type="button" size="sm" onClick={() => takeUp(its)}>
                {text('supervision:record.takeUp')}
              </Anchor>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  )
}
