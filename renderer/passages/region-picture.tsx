import { Clipboard, Download } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import type { PageRegion } from "#shared/model/passage.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./region-picture.module.css";

interface RegionPictureProps {
  readonly region: PageRegion;
  /** The picture as PNG; rejects when the page cannot be painted. */
  readonly crop: (region: PageRegion) => Promise<Blob>;
  /** Name of the file that is saved, without its ending. Nothing confidential: it leaves the case. */
  readonly fileName: string;
  readonly onCopy: (image: Promise<Blob>) => void;
}

/** What is seen inside of a region, to be copied or saved as a picture. */
export function RegionPicture({ region, crop, fileName, onCopy }: RegionPictureProps) {
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const { page, box } = region;
  const paint = useEffectEvent(() => crop(region));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another region is another picture.
  useEffect(() => {
    let gone = false;
    let made: string | null = null;
    paint().then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [page, box.join()]);
  const save = () => {
    if (address === null) return;
    const link = document.createElement("a");
    link.href = address;
    link.download = `${fileName}.png`;
    link.click();
  };
  return (
    <div className={styles.frame}>
      {address !== null && <img className={styles.picture} src={address} alt={say("tagging.picture")} />}
      {failed && <p className={styles.failed}>{say("tagging.notPainted")}</p>}
      <span className={styles.tools}>
        <IconButton
          size="small"
          label={say("tagging.copyImage")}
          icon={<Clipboard aria-hidden />}
          onClick={() => onCopy(crop(region))}
        />
        <IconButton
          size="small"
          label={say("tagging.saveImage")}
          icon={<Download aria-hidden />}
          disabled={address === null}
          onClick={save}
        />
      </span>
    </div>
  );
}
