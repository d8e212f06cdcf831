import { ActionIcon, Group } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Drawing, Part } from '../../../core/assessment/drawing/picture/shape.ts'
import { Scrolling, text } from '../../kit/index.ts'
import styles from './drawing.module.css'
import { ShapeView } from './shape-view.tsx'

interface PictureProps {
  readonly label: string
  readonly drawing: Drawing
  /** What can be tapped, and how it is read aloud. */
  readonly nameOf: (part: Part) => string | null
  readonly picked: readonly string[]
  readonly onPick: (id: string) => void
  /** Stands in view at first. */
  readonly focusId: string
}

const zooms = [0.4, 0.55, 0.75, 1, 1.3, 1.7] as const
/** On a phone the whole of a small family is seen at once. */
function firstZoom(): number {
  return window.innerWidth < 600 ? 2 : 3
}

export function PictureView({ label, drawing, nameOf, picked, onPick, focusId }: PictureProps) {
  const [zoom, setZoom] = useState<number>(firstZoom)
  const frame = useRef<SVGSVGElement>(null)
  const scale = zooms[zoom] ?? 1
  useEffect(() => {
    const shown = frame.current?.querySelector(`[data-part="${focusId}"]`)
    const box = frame.current?.parentElement
    if (!(shown instanceof SVGGraphicsElement) || box === null || box === undefined) return
    const { x, width } = shown.getBBox()
    box.scrollLeft = (x + width / 2) * scale - box.clientWidth / 2
  }, [focusId, scale])
  return (
    <div>
      <Scrolling label={label}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of persons inside a drawing, no form */}
        <svg
          ref={frame}
          className={styles.picture}
          role="group"
          aria-label={label}
          width={drawing.width * scale}
          height={drawing.height * scale}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        >
          {drawing.parts.map((part) => (
            <PartView
              key={`${part.of} ${part.id}`}
              part={part}
              name={nameOf(part)}
              picked={picked.includes(part.id)}
              onPick={onPick}
            />
          ))}
        </svg>
      </Scrolling>
      <Group gap="xs" className={styles.tools}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={text('assessment:drawing.smaller')}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          −
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={text('assessment:drawing.larger')}
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          +
        </ActionIcon>
      </Group>
    </div>
  )
}

interface PartProps {
  readonly part: Part
  readonly name: string | null
  readonly picked: boolean
  readonly onPick: (id: string) => void
}

function PartView({ part, name, picked, onPick }: PartProps) {
  const shapes = part.shapes.map((shape, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a part have no other name than their place
    <ShapeView key={index} shape={shape} />
  ))
  if (name === null) return <g data-part={part.id}>{shapes}</g>
  const pickByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPick(part.id)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element of its own
    <g
      role="button"
      tabIndex={0}
      aria-pressed={picked}
      aria-label={name}
      data-part={part.id}
      className={styles.tappable}
      onClick={() => onPick(part.id)}
      onKeyDown={pickByKey}
    >
      {shapes}
    </g>
  )
}
