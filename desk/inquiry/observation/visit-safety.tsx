import { Alert, Text, TextInput } from '@mantine/core'
import {
  harmPoints,
  safetyAnswers,
  type HarmPoint,
  safetyPoints,
} from '../../../core/inquiry/observation/home-visit.ts'
import { Icon, Section, SegmentedChoice, text } from '../../kit/index.ts'
import styles from './observation.module.css'
import type { VisitForm } from './visit-form-page.tsx'

/** Yes is as it should be; what could not be looked at is said, not passed over. */
export function SafetyFields({ form: { fields, set } }: { readonly form: VisitForm }) {
  const mayBeHarm = harmPoints.filter((point) => fields.safety[point] === 'no')
  return (
    <Section title={text('observation:fields.safety')} hint={text('observation:visit.safetyHint')}>
      <ul className={styles.rows}>
        {safetyPoints.map((point) => (
          <li key={point} className={styles.row}>
            <SegmentedChoice
              label={text(`observation:safety.${point}`)}
              options={safetyAnswers.map((answer) => ({
                value: answer,
                label: text(`observation:safetyAnswer.${answer}`),
              }))}
              value={fields.safety[point] ?? null}
              onChange={(answer) => set({ safety: { ...fields.safety, [point]: answer } })}
            />
            {fields.safety[point] === 'no' && (
              <TextInput
                aria-label={text('observation:visit.safetyNoteTo', {
                  point: text(`observation:safety.${point}`),
                })}
                placeholder={text('observation:visit.safetyNote')}
                maxLength={500}
                value={fields.safetyNotes[point] ?? ''}
                onChange={(event) =>
                  set({
                    safetyNotes: { ...fields.safetyNotes, [point]: event.currentTarget.value },
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <output>{mayBeHarm.length > 0 && <HarmAlert points={mayBeHarm} />}</output>
    </Section>
  )
}

/** The law does not wait for a form: said where the “no” was given. */
export function HarmAlert({ points }: { readonly points: readonly HarmPoint[] }) {
  return (
    <Alert
      color="kite"
      variant="light"
      icon={<Icon name="warning" />}
      title={text('observation:visit.harmTitle')}
    >
      <Text>{points.map((point) => text(`observation:harm.${point}`)).join(' · ')}</Text>
      <Text>{text('observation:visit.harm')}</Text>
    </Alert>
  )
}
