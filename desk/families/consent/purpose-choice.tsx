import { Group, Stack, Text } from '@mantine/core'
import type { ConsentPurpose } from '../../../core/families/consent.ts'
import { currentLanguage, SegmentedChoice, text } from '../../kit/index.ts'
import { useAccount, useAgency } from '../../sync/index.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'
import { ConsentBadge } from './consent-badge.tsx'
import type { ConsentForm } from './consent-form.ts'
import { notice } from './notice.ts'
import { ReadAloud } from './read-aloud.tsx'

/** The notice, one purpose after the other; each is decided by itself, and none has to be. */
export function PurposeChoice({
  file,
  childId,
  form,
  set,
}: {
  readonly file: FamilyFile
  readonly childId: string
  readonly form: ConsentForm
  readonly set: (part: Partial<ConsentForm>) => void
}) {
  const language = currentLanguage()
  const decide = (purpose: ConsentPurpose, answer: string) => {
    const { [purpose]: _before, ...others } = form.decisions
    set({
      decisions:
        answer === 'given' || answer === 'refused' ? { ...others, [purpose]: answer } : others,
    })
  }
  return (
    <Stack gap="md">
      {form.proof === 'witnessedCall' && <Script words={notice.call.opening[language]} />}
      {notice.purposes.map(({ purpose, title, paragraphs }) => (
        <div key={purpose} className={styles.inner}>
          <Group justify="space-between" gap="xs" mb={4}>
            <Text component="h3" fw={600} m={0}>
              {title[language]}
            </Text>
            <Group gap={6}>
              <ConsentBadge file={file} childId={childId} purpose={purpose} />
              <ReadAloud
                what={title[language]}
                words={[title[language], ...paragraphs[language]]}
                onRead={() => set({ readAloud: true })}
              />
            </Group>
          </Group>
          {paragraphs[language].map((paragraph) => (
            <Text key={paragraph} mb={4}>
              {paragraph}
            </Text>
          ))}
          <SegmentedChoice
            label={text('families:consent.decide', { purpose: title[language] })}
            labelHidden
            options={[
              { value: 'given', label: text('families:consent.agree') },
              { value: 'refused', label: text('families:consent.refuse') },
              { value: 'later', label: text('families:consent.later') },
            ]}
            value={form.decisions[purpose] ?? null}
            onChange={(answer) => decide(purpose, answer)}
          />
        </div>
      ))}
      {form.proof === 'witnessedCall' && <Script words={notice.call.closing[language]} />}
      <Text size="sm" c="gray.7">
        {text('families:consent.version', { version: notice.version })}
      </Text>
    </Stack>
  )
}

/** What is read out on the telephone before and after the points, word for word. */
function Script({ words }: { readonly words: readonly string[] }) {
  const { staff } = useAccount()
  const its = useAgency()
  const values: Readonly<Record<string, string>> = {
    agency: its.name,
    worker: staff.name,
    guardian:
      its.dataGuardian === '' ? text('families:consent.somebodyInCharge') : its.dataGuardian,
  }
  return (
    <div className={styles.inner}>
      <Text fw={600}>{text('families:consent.readOut')}</Text>
      {words.map((line) => (
        <Text key={line} my={4}>
          {line.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '')}
        </Text>
      ))}
    </div>
  )
}
