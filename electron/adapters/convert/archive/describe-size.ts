const UNITS = ["KB", "MB", "GB"] as const;

/** A number of bytes as people read it: `812 bytes`, `14.2 KB` (of 1,024 bytes). */
export function describeSize(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  let size = bytes / 1024;
  for (const unit of UNITS) {
    if (size < 1024 || unit === "GB") return `${size.toFixed(1)} ${unit}`;
    size /= 1024;
  }
  return `${bytes} bytes`;
}
