import { Button, Text } from '@mantine/core'
import { Icon, Page, Picture, text } from '../../kit/index.ts'
import styles from './check.module.css'
import { checkedPictures } from './checked-pictures.ts'

/** The pictures with their numbers and not one word, to be laid before somebody. */
export function CheckSheetPage() {
  return (
    <Page
      title={text('cards:check.sheet')}
      back={{ to: '/contact/cards/check', label: text('cards:check.title') }}
      actions={
        <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {text('kit:print')}
        </Button>
      }
    >
      <Text c="gray.7" data-screen-only>
        {text('cards:check.sheetHint')}
      </Text>
      <ol className={styles.sheet}>
        {checkedPictures().map((id, at) => (
          <li key={id}>
            <Picture id={id} size={140} words={text(`cards:shows.${id}`)} />
            <span>{at + 1}</span>
          </li>
        ))}
      </ol>
    </Page>
  )
}
