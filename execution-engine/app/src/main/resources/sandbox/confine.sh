# Builds the root of the sandbox where bubblewrap is absent. Runs as root of a user namespace of its
# own, inside fresh mount, PID, network, IPC and UTS namespaces, and ends in the program "$@".
set -eu
PATH=/usr/bin:/usr/sbin:/bin:/sbin
r=/tmp
mount -t tmpfs -o size=1m,mode=755,nosuid,nodev sandbox $r
mkdir $r/usr $r/tmp $r/dev $r/etc $r/old
mount --rbind /usr $r/usr
mount -o remount,bind,ro,nosuid,nodev $r/usr
for d in bin sbin lib lib32 lib64; do
  if [ -L /$d ]; then
    ln -s "$(readlink /$d)" $r/$d
  elif [ -d /$d ]; then
    mkdir $r/$d
    mount --rbind /$d $r/$d
    mount -o remount,bind,ro,nosuid,nodev $r/$d
  fi
done
for f in null zero full random urandom; do
  : > $r/dev/$f
  mount --bind /dev/$f $r/dev/$f
done
if [ -f /etc/ld.so.cache ]; then
  : > $r/etc/ld.so.cache
  mount --bind /etc/ld.so.cache $r/etc/ld.so.cache
  mount -o remount,bind,ro,nosuid,nodev $r/etc/ld.so.cache
fi
cd $r
pivot_root . old
# umount reads /proc/self/mountinfo: lend it the old one until it is done.
mkdir /proc
mount --rbind /old/proc /proc
umount -l /old
umount -l /proc
rmdir /old /proc
mount -t tmpfs -o size=16m,nr_inodes=1024,mode=1777,nosuid,nodev,noexec scratch /tmp
mount -o remount,ro,nosuid,nodev /
cd /tmp
exec "$@"
