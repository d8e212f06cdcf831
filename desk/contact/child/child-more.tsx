import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type WheelTopic, wheelTopics } from '../../../core/contact/cards/wheel-topics.ts'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { topicPictures } from '../../../core/contact/contact-pictures.ts'
import {
  ChoicePicture,
  currentLanguage,
  DoingNote,
  Picture,
  text,
  useDoing,
  VoiceButton,
} from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import styles from './child.module.css'

const faces = [4, 3, 2, 1] as const
type Mood = (typeof faces)[number] | null

/** CON-23: what a child may add and need not: parts of life by picture, and how it felt before and after. */
export function ChildMore({
  recordId,
  onDone,
}: {
  readonly recordId: string
  readonly onDone: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const [topics, setTopics] = useState<readonly WheelTopic[]>([])
  const [moodBefore, setBefore] = useState<Mood>(null)
  const [moodAfter, setAfter] = useState<Mood>(null)
  const save = async () => {
    const saved = await doing.run(() =>
      act({
        ...{ kind: contactEntry, recordId, verb: 'edit', input: {} },
        fields: { topics: [...topics], moodBefore, moodAfter },
        base: { topics: [], moodBefore: null, moodAfter: null },
      }),
    )
    if (saved !== null) onDone()
  }
  const turn = (topic: WheelTopic) =>
    setTopics(wheelTopics.filter((one) => topics.includes(one) !== (one === topic)))
  return (
    <div className={styles.stage}>
      <Asked question={text('contact:child.moreTopics')}>
        {wheelTopics.map((topic) => (
          <Answer
            key={topic}
            picture={<Picture id={topicPictures[topic]} size={88} words="" />}
            words={text(`cards:topic.${topic}`)}
            chosen={topics.includes(topic)}
            onTap={() => turn(topic)}
          />
        ))}
      </Asked>
      <Moods question={text('contact:child.moreBefore')} mood={moodBefore} onMood={setBefore} />
      <Moods question={text('contact:child.moreAfter')} mood={moodAfter} onMood={setAfter} />
      <div className={styles.ways}>
        <Button size="lg" loading={doing.busy} onClick={() => void save().catch(reportError)}>
          {text('contact:child.moreDone')}
        </Button>
        <Button size="lg" variant="default" onClick={onDone}>
          {text('contact:child.skip')}
        </Button>
      </div>
      <DoingNote doing={doing} />
    </div>
  )
}

/** A second tap on the face takes the choice back. */
function Moods({
  question,
  mood,
  onMood,
}: {
  readonly question: string
  readonly mood: Mood
  readonly onMood: (mood: Mood) => void
}) {
  return (
    <Asked question={question}>
      {faces.map((face) => (
        <Answer
          key={face}
          picture={<ChoicePicture kind="faces" index={face - 1} count={faces.length} />}
          words={text(`contact:face.${face}`)}
          chosen={mood === face}
          onTap={() => onMood(mood === face ? null : face)}
        />
      ))}
    </Asked>
  )
}

function Asked({
  question,
  children,
}: {
  readonly question: string
  readonly children: ReactNode
}) {
  return (
    <section aria-label={question} className={styles.stage}>
      <h2 className={styles.question}>{question}</h2>
      <VoiceButton language={currentLanguage()} words={[question]} handedOver />
      <div className={styles.answers}>{children}</div>
    </section>
  )
}

function Answer({
  picture,
  words,
  chosen,
  onTap,
}: {
  readonly picture: ReactNode
  readonly words: string
  readonly chosen: boolean
  readonly onTap: () => void
}) {
  return (
    <button type="button" className={styles.answer} aria-pressed={chosen} onClick={onTap}>
      {picture}
      <span>{words}</span>
    </button>
  )
}
