/** The longest side of a 照片 as it is kept: sharp on a print 6 cm high, some 100 kB. */
export const photoSide = 800 // px

/** What a camera picture may weigh before it is made small. */
export const photoLimit = 20 * 1024 * 1024 // bytes

/** Width to height of the frame in a file and on its printed form. */
export const photoRatio = 3 / 4
