import { Button, Group } from '@mantine/core'
import type { Titled } from '../../../core/assessment/drawing/picture/write-svg.ts'
import { done } from '../../../core/kit/outcome.ts'
import { DoingNote, Icon, text, useDoing } from '../../kit/index.ts'
import styles from './drawing.module.css'
import { savePng, saveSvg } from './save-picture.ts'

/** The picture, or two days beside each other, for a file, a report or the wall; made on this device. */
export function PictureActions({
  name,
  pictures,
}: {
  readonly name: string
  readonly pictures: readonly Titled[]
}) {
  const doing = useDoing()
  const png = () =>
    doing.run(async () => {
      await savePng(name, pictures)
      return done(true)
    })
  return (
    <div className={styles.controls}>
      <Group gap="xs">
        <Button variant="default" loading={doing.busy} onClick={() => void png()}>
          {text('assessment:drawing.savePng')}
        </Button>
        <Button variant="default" onClick={() => saveSvg(name, pictures)}>
          {text('assessment:drawing.saveSvg')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="print" />}
          onClick={() => window.print()}
        >
          {text('assessment:drawing.print')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}
