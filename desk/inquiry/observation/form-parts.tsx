import { Alert, Anchor, Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { findJudgingWords } from '../../../core/inquiry/observation/judging-words.ts'
import { compareNames, formatList, Icon, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { useFamilyNames } from '../interview/use-interviews.ts'
import styles from './observation.module.css'
import type { Nameable } from './use-observation.ts'
import type { RecordForm } from './use-record-form.ts'

/** Several of a few, by thumb. */
export function PressRow<Value extends string>({
  label,
  hint,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: Value[]) => void
}) {
  const id = useId()
  return (
    <div>
      <Text fw={500} id={id}>
        {label}
      </Text>
      {hint !== undefined && (
        <Text size="sm" c="gray.6">
          {hint}
        </Text>
      )}
      <Group gap="xs" role="group" aria-labelledby={id} mt={4}>
        {options.map((option) => {
          const pressed = chosen.includes(option.value)
          return (
            <Button
              key={option.value}
              variant={pressed ? 'filled' : 'default'}
              aria-pressed={pressed}
              onClick={() =>
                onChange(
                  pressed
                    ? chosen.filter((one) => one !== option.value)
                    : [...chosen, option.value],
                )
              }
            >
              {option.label}
            </Button>
          )
        })}
      </Group>
    </div>
  )
}

interface Facts {
  readonly seen: string
  readonly said: string
  readonly inference: string
}

/** What was seen and said in one box, what the observer makes of it in another: the eye does not mix them. */
export function FactsFields({
  fields,
  set,
  seenHint,
}: {
  readonly fields: Facts
  readonly set: (part: Partial<Facts>) => void
  readonly seenHint: string
}) {
  const judging = findJudgingWords(fields.seen)
  return (
    <>
      <div className={styles.facts}>
        <Textarea
          label={text('observation:fields.seen')}
          description={seenHint}
          autosize
          minRows={3}
          maxLength={4000}
          value={fields.seen}
          onChange={(event) => set({ seen: event.currentTarget.value })}
        />
        <output>
          {judging.length > 0 && (
            <Text size="sm" className={styles.hint}>
              {text('observation:form.judging', { words: formatList(judging) })}
            </Text>
          )}
        </output>
        <Textarea
          label={text('observation:fields.said')}
          description={text('observation:form.saidHint')}
          autosize
          minRows={2}
          maxLength={4000}
          value={fields.said}
          onChange={(event) => set({ said: event.currentTarget.value })}
        />
      </div>
      <div className={styles.reading}>
        <Textarea
          label={text('observation:fields.inference')}
          description={text('observation:form.inferenceHint')}
          autosize
          minRows={2}
          maxLength={2000}
          value={fields.inference}
          onChange={(event) => set({ inference: event.currentTarget.value })}
        />
      </div>
    </>
  )
}

/** The same for reading: facts first, the reading marked as one. */
export function FactsShown({ seen, said, inference }: Facts) {
  return (
    <>
      {(seen !== '' || said !== '') && (
        <div className={styles.facts}>
          {seen !== '' && <Words label={text('observation:fields.seen')} words={seen} />}
          {said !== '' && <Words label={text('observation:fields.said')} words={said} />}
        </div>
      )}
      {inference !== '' && (
        <div className={styles.reading}>
          <Words label={text('observation:fields.inference')} words={inference} />
        </div>
      )}
    </>
  )
}

export function Words({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <div>
      <Text size="sm" c="gray.7">
        {label}
      </Text>
      <Text className={styles.words}>{words}</Text>
    </div>
  )
}

/** Said when a form opens with what was left half written. */
export function RestoredNote({
  form,
}: {
  readonly form: Pick<RecordForm<object>, 'restored' | 'discard'>
}) {
  if (!form.restored) return null
  return (
    <Alert color="gray" variant="light">
      <Group justify="space-between" gap="xs">
        <output>{text('observation:form.restored')}</output>
        <Button variant="default" size="sm" onClick={form.discard}>
          {text('observation:form.discard')}
        </Button>
      </Group>
    </Alert>
  )
}

/** Children of the family who may not be named yet, said before anything is typed. */
export function ClosedNote({
  familyId,
  nameable,
}: {
  readonly familyId: string
  readonly nameable: Nameable
}) {
  return nameable.closed.map((child) => (
    <Alert key={child.id} color="yellow" variant="light" icon={<Icon name="lock" />}>
      {text('observation:form.closed', { name: child.name })}{' '}
      <Anchor component={Link} to={`/families/${familyId}/consent/${child.id}`}>
        {text('families:file.askConsent')}
      </Anchor>
    </Alert>
  ))
}

export function FamilyChoice({
  value,
  none,
  onChange,
}: {
  readonly value: string
  /** What stands there while no family is chosen. */
  readonly none: string
  readonly onChange: (familyId: string) => void
}) {
  const families = useRecords(family, { state: 'open' })
  const nameOf = useFamilyNames()
  return (
    <NativeSelect
      label={text('interview:form.family')}
      data={[
        { value: '', label: none },
        ...families
          .map(({ id }) => ({ value: id, label: nameOf(id) }))
          .sort((left, right) => compareNames(left.label, right.label)),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** The one child of a family needs no choosing. */
export function onlyOf<One extends { readonly id: string }>(all: readonly One[]): string | null {
  const [first] = all
  return first !== undefined && all.length === 1 ? first.id : null
}
