import { Anchor, Badge, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type {
  DescribedCause,
  DescribedHarm,
  DescribedLink,
} from '../../../core/assessment/profile/describe-profile.ts'
import { DoingNote, Icon, text, useDoing } from '../../kit/index.ts'
import { changePart, dropPart, type PartWords } from './change-parts.ts'
import { LinkForm } from './link-form.tsx'
import { namePart, type PartOf, writeItem } from './profile-words.ts'
import { ProfileText } from './profile-text.tsx'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** One cause or harm with its evidence, the strongest first. */
export function PartCard({
  inHand,
  of,
  part,
}: {
  readonly inHand: ProfileInHand
  readonly of: PartOf
  readonly part: DescribedCause | DescribedHarm
}) {
  const doing = useDoing()
  const [linking, setLinking] = useState(false)
  const name = namePart(of, part)
  const { writable, write } = inHand
  const say = (words: PartWords, was: PartWords) =>
    write(
      (present) => changePart(present, of, part.id, words),
      (present) => changePart(present, of, part.id, was),
    )
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardTitle}>{name}</h3>
        {part.assumed && (
          <Badge color="gray" variant="outline" tt="none">
            {text('assessment:profile.board.assumed')}
          </Badge>
        )}
      </div>
      {of === 'harm' && part.starter === 'safety' && (
        <p className={styles.apart}>
          <Icon name="warning" size={16} /> {text('assessment:profile.board.safetyFirst')}
        </p>
      )}
      {part.links.length > 0 && (
        <ul className={styles.bare}>
          {part.links.map((link) => (
            <LinkLine key={link.linkId} inHand={inHand} link={link} />
          ))}
        </ul>
      )}
      <ProfileText
        inHand={inHand}
        name={`${of}:${part.id}:how`}
        label={text('assessment:profile.board.how')}
        value={part.how}
        onSave={(how, was) => say({ how }, { how: was })}
      />
      {writable && part.starter !== null && (
        <details className={styles.more}>
          <summary>{text('assessment:profile.board.reword')}</summary>
          <ProfileText
            inHand={inHand}
            name={`${of}:${part.id}:words`}
            label={text('assessment:profile.board.words')}
            value={part.words}
            onSave={(words, was) => say({ words: words.slice(0, 400) }, { words: was })}
          />
        </details>
      )}
      {linking && (
        <LinkForm inHand={inHand} of={of} to={part.id} onClose={() => setLinking(false)} />
      )}
      <Group gap="xs">
        {writable && !linking && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={text('assessment:profile.board.linkNamed', { name })}
            onClick={() => setLinking(true)}
          >
            {text('assessment:profile.board.link')}
          </Button>
        )}
        {writable && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={text('assessment:profile.board.dropNamed', { name })}
            onClick={() => void doing.run(() => write((now) => dropPart(now, of, part.id)))}
          >
            {text('kit:remove')}
          </Button>
        )}
        {of === 'cause' && (
          <Anchor
            component={Link}
            to={`/assessment/families/${inHand.pair.familyId}/goals?new=1&pair=${inHand.pair.id}&profile=${inHand.profile.id}&cause=${part.id}`}
            aria-label={text('assessment:profile.makeGoalOf', { name })}
          >
            {text('assessment:profile.makeGoal')}
          </Anchor>
        )}
      </Group>
      <DoingNote doing={doing} />
    </article>
  )
}

function LinkLine({
  inHand: { writable, write },
  link,
}: {
  readonly inHand: ProfileInHand
  readonly link: DescribedLink
}) {
  const doing = useDoing()
  const words = link.item === null ? text('assessment:profile.board.gone') : writeItem(link.item)
  const drop = () =>
    doing.run(() =>
      write(({ links }) => ({
        links: Object.fromEntries(Object.entries(links).filter(([id]) => id !== link.linkId)),
      })),
    )
  return (
    <li className={styles.quote}>
      <b>{text(`assessment:profile.strength.${link.strength}`)}</b> {words}
      {link.why !== '' && <p className={styles.fine}>{link.why}</p>}
      {writable && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text('assessment:profile.board.unlinkNamed', { words })}
            onClick={() => void drop()}
          >
            {text('assessment:profile.board.unlink')}
          </Button>
        </div>
      )}
      <DoingNote doing={doing} />
    </li>
  )
}
