-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "picture" TEXT;

-- AlterTable
ALTER TABLE "Share" ADD COLUMN     "forUserId" TEXT,
ADD COLUMN     "isProtected" BOOLEAN,
ADD COLUMN     "personalOf" TEXT,
ADD COLUMN     "snapshotAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Snapshot" (
    "shareId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("shareId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Share_personalOf_key" ON "Share"("personalOf");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What songs say of themselves in lists stood in their contents alone.
UPDATE "Item" SET "note" = COALESCE("content"->>'artist', ''), "picture" = "content"->>'thumbnail' WHERE "kind" = 'song';
