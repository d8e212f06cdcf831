import { Text } from '@mantine/core'
import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { Facts, text } from '../kit/index.ts'
import { figureFacts } from './figure-facts.ts'

interface ScaleFiguresProps {
  readonly scale: ScaleChange
  readonly paragraph: string
}

/** The figures with their methods, opened by whoever wants them. */
export function ScaleFigures({ scale, paragraph }: ScaleFiguresProps) {
  return (
    <details>
      <summary>{text('evaluation:figures.open')}</summary>
      <Text my="sm" maw="46em">
        {paragraph}
      </Text>
      <Facts rows={figureFacts(scale)} />
    </details>
  )
}
