import { useEffect, useState } from 'react'
import type { Day } from '../../shared/kernel/day.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** Today by the computer's clock and zone. */
export function today(now: Date = new Date()): Day {
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** Today; moves on when the day does, so that a window left open overnight shows the right terms in the morning. */
export function useToday(): Day {
  const [day, setDay] = useState(today)
  useEffect(() => {
    const check = () => setDay(today())
    const timer = window.setInterval(check, 60_000)
    window.addEventListener('focus', check)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('focus', check)
    }
  }, [])
  return day
}
