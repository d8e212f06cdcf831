import { Stack, Text, TextInput } from '@mantine/core'
import { hearsAssent } from '../../../core/families/assents-due.ts'
import { type ConsentPurpose, consentPurposes } from '../../../core/families/consent.ts'
import type { Person } from '../../../core/families/person.ts'
import { currentLanguage, Picture, SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import type { ConsentForm } from './consent-form.ts'
import { Face } from './face.tsx'
import { notice } from './notice.ts'
import { ReadAloud } from './read-aloud.tsx'

/** The child's own word to each point that a guardian agreed to, with pictures; a child's no counts as much as a guardian's. */
export function AssentChoice({
  child,
  form,
  set,
}: {
  readonly child: Person
  readonly form: ConsentForm
  readonly set: (part: Partial<ConsentForm>) => void
}) {
  const language = currentLanguage()
  const { name } = child
  if (!hearsAssent(child, form.decidedOn))
    return <Text>{text('families:assent.tooYoung', { name })}</Text>
  const agreed = consentPurposes.filter((purpose) => form.decisions[purpose] === 'given')
  const opening = notice.child.opening[language]
  const closing = notice.child.closing[language]
  return (
    <Stack gap="md">
      <div className={styles.inner}>
        <Text fw={600}>{text('families:assent.say', { name })}</Text>
        {[...opening, ...closing].map((words) => (
          <Text key={words} my={4}>
            {words}
          </Text>
        ))}
        <ReadAloud
          what={text('families:assent.title')}
          words={[...opening, ...closing]}
          onRead={() => undefined}
        />
      </div>
      {agreed.length === 0 && <Text c="gray.7">{text('families:assent.nothingYet')}</Text>}
      {agreed.map((purpose) => (
        <PointForChild key={purpose} purpose={purpose} form={form} set={set} />
      ))}
      {agreed.length > 0 && (
        <TextInput
          label={text('families:assent.view', { name })}
          description={text('families:assent.viewHint')}
          maxLength={400}
          value={form.assentView}
          onChange={(event) => set({ assentView: event.currentTarget.value })}
        />
      )}
    </Stack>
  )
}

function PointForChild({
  purpose,
  form,
  set,
}: {
  readonly purpose: ConsentPurpose
  readonly form: ConsentForm
  readonly set: (part: Partial<ConsentForm>) => void
}) {
  const point = notice.purposes.find((one) => one.purpose === purpose)
  if (point === undefined) return null
  const words = point.forChild[currentLanguage()]
  const choose = (answer: 'given' | 'refused' | 'notAsked') => {
    const { [purpose]: _before, ...others } = form.assents
    set({ assents: answer === 'notAsked' ? others : { ...others, [purpose]: answer } })
  }
  return (
    <div className={styles.inner}>
      <Picture id={point.picture} />
      <SegmentedChoice
        label={words}
        options={(['given', 'refused', 'notAsked'] as const).map((value) => ({
          value,
          label: text(`families:assent.answer.${value}`),
          icon: <Face mood={value} />,
        }))}
        value={form.assents[purpose] ?? null}
        onChange={choose}
      />
    </div>
  )
}
