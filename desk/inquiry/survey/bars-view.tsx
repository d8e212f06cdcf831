import { Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { writeSvg } from '../../../core/assessment/drawing/picture/write-svg.ts'
import { drawBars, type Bars } from '../../../core/evaluation/survey/bars/draw-bars.ts'
import styles from './survey.module.css'

const widest = 680
const family = 'Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif'

/** Bars as a picture with words for whoever cannot see it, drawn for the room that there is. */
export function BarsView({ bars }: { readonly bars: Bars }) {
  const place = useRef<HTMLElement>(null)
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const figure = place.current
    if (figure === null) return undefined
    const follow = (): void => setRoom(Math.min(widest, figure.clientWidth))
    follow()
    const watch = new ResizeObserver(follow)
    watch.observe(figure)
    return () => watch.disconnect()
  }, [])
  const drawing = useMemo(() => (room === 0 ? null : drawBars(bars, room)), [bars, room])
  return (
    <figure ref={place} className={styles.figure}>
      {drawing !== null && (
        <img
          width={drawing.width}
          height={drawing.height}
          alt={bars.description}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(writeSvg(drawing, family))}`}
        />
      )}
      <Text component="figcaption" size="sm" c="gray.7">
        {bars.title}
      </Text>
    </figure>
  )
}
