import { useEffect, useState } from 'react'

/** Turns true after so many milliseconds on screen: quick answers show no skeleton. */
export function useDelayed(milliseconds: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), milliseconds)
    return () => window.clearTimeout(timer)
  }, [milliseconds])
  return late
}
