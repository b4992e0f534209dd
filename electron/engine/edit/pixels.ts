// Raw pixels on their way through an edit: 8 bits a channel, gray or red-green-blue, rows without gaps.

export type Pixels = { width: number; height: number; channels: 1 | 3; data: Uint8Array };
