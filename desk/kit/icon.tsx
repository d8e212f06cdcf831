const paths = {
  safety: 'M12 3l8 3v6c0 4.500-3.200 7.800-8 9-4.800-1.200-8-4.500-8-9V6zM12 8.500v4.500M12 16h.01',
  today: 'M4 5h16v15H4zM4 9.5h16M8 3v4M16 3v4M8 14h3',
  families: 'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M9.5 20v-5.5h5V20',
  inquiry: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3.5',
  groupwork:
    'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 12a2.5 2.5 0 1 0 0-5M3 20c0-3.6 2.4-6 5.5-6s5.5 2.4 5.5 6M16.5 14.5c2.7.3 4.5 2.4 4.5 5.5',
  casework: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16M12 12v2.5',
  contact:
    'M5 4h4l1.500 4-2 1.500a11 11 0 0 0 6 6l1.500-2 4 1.500v4c0 .600-.400 1-1 1C11 20 4 13 4 5c0-.600.400-1 1-1zM15 4a5 5 0 0 1 5 5',
  evaluation: 'M4 20h16M6.5 16l4-5 3.5 3 4.5-7',
  paperwork: 'M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.3h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  device: 'M7 3h10v18H7zM11 18h2',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  offline:
    'M4 4l16 16M8.5 15.5a5 5 0 0 1 6 0M5.5 12a9 9 0 0 1 4-2.2M13.5 9.6A9 9 0 0 1 18.5 12M12 19h.01',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  conflict: 'M7 4v6l5 4 5-4V4M12 14v6',
  staff: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.500c0-4 3-6.5 7.5-6.500s7.5 2.5 7.5 6.5',
  record:
    'M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  close: 'M6 6l12 12M18 6 6 18',
} as const

export type IconName = keyof typeof paths

/** A drawing beside a word; it never stands alone, so screen readers pass over it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
