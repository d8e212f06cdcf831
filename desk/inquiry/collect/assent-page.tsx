import { Button, Text } from '@mantine/core'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { ChoicePicture, text, VoiceButton } from '../../kit/index.ts'
import type { HomeNames } from '../words.ts'
import styles from './collect.module.css'
import { Friendly } from './friendly.tsx'
import { SheetTrouble } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

/** INQ-16: what this is, that the child may stop, who reads it; then the child's own yes or no. */
export function AssentPage({
  sheet,
  language,
  names,
  handedOver,
  onDecided,
}: {
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  readonly handedOver: boolean
  readonly onDecided: (answer: 'given' | 'refused') => void
}) {
  const words = [
    names.parent === undefined
      ? text('inquiry:assent.aboutYou')
      : text('inquiry:assent.about', { call: names.parent }),
    text('inquiry:assent.free'),
    text('inquiry:assent.marks'),
    text('inquiry:assent.readers'),
    text('inquiry:assent.limit'),
  ]
  const decide = async (answer: 'given' | 'refused') => {
    if (await sheet.recordAssent(answer)) onDecided(answer)
  }
  return (
    <Friendly title={text('inquiry:assent.title')} words="">
      {words.map((line) => (
        <Text key={line} size="lg">
          {line}
        </Text>
      ))}
      <VoiceButton
        language={language}
        words={[...words, text('inquiry:assent.question')]}
        handedOver={handedOver}
      />
      <h2 className={styles.question}>{text('inquiry:assent.question')}</h2>
      <SheetTrouble sheet={sheet} />
      <div className={styles.walk}>
        <Button
          size="lg"
          variant="default"
          leftSection={<ChoicePicture kind="faces" index={2} count={3} />}
          onClick={() => void decide('given')}
        >
          {text('inquiry:assent.yes')}
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<ChoicePicture kind="faces" index={1} count={3} />}
          onClick={() => void decide('refused')}
        >
          {text('inquiry:assent.no')}
        </Button>
      </div>
    </Friendly>
  )
}

/** A child who has had enough, asked once whether that is so. */
export function StopPage({
  sheet,
  onStopped,
  onBack,
}: {
  readonly sheet: OpenSheet
  readonly onStopped: () => void
  readonly onBack: () => void
}) {
  const stop = async () => {
    if (await sheet.recordAssent('refused')) onStopped()
  }
  return (
    <Friendly title={text('inquiry:assent.stopTitle')} words={text('inquiry:assent.stopWords')}>
      <SheetTrouble sheet={sheet} />
      <div className={styles.walk}>
        <Button variant="default" size="lg" onClick={() => void stop()}>
          {text('inquiry:assent.stopYes')}
        </Button>
        <Button variant="default" size="lg" onClick={onBack}>
          {text('inquiry:assent.stopNo')}
        </Button>
      </div>
    </Friendly>
  )
}
