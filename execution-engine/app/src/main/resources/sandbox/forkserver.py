# The resident half of the Python sandbox: waits for jobs on stdin, answers on descriptor 3.
# It never runs user code itself. For each job it forks a supervisor, which opens a fresh PID
# namespace and forks the process that runs the code: that one is PID 1 of its namespace, so the
# kernel takes its children when it ends, and it can neither see nor signal anything else. Only the
# supervisor can write to descriptor 3, so user code cannot forge an answer or touch a later call.
# A scratch file system that a call has written to is replaced before the next one.
import array, base64, bisect, collections, copy, csv, ctypes, dataclasses, datetime, decimal
import enum, errno, fractions, functools, gc, hashlib, hmac, html, io, itertools, json, math
import operator, os, random, re, resource, select, signal, statistics, string, struct, sys
import textwrap, time, traceback, types, typing, unicodedata, urllib.parse, uuid

ANSWERS = 3
NOT_CONFINED = 97
CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID = 0x00020000, 0x08000000, 0x20000000
MNT_DETACH = 2
MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8
PR_SET_DUMPABLE, PR_SET_PDEATHSIG, PR_CAPBSET_DROP = 4, 1, 24
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_CAP_AMBIENT = 38, 22, 47
libc = ctypes.CDLL(None, use_errno=True)


def must(result, what):
    if result != 0:
        raise OSError(ctypes.get_errno(), what + ": " + os.strerror(ctypes.get_errno()))


def read_exactly(count):
    parts = []
    while count:
        part = os.read(0, min(count, 1 << 20))
        if not part:
            os._exit(0)
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def write_all(descriptor, data):
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view):]


def answer(kind, payload=b""):
    write_all(ANSWERS, struct.pack(">I", len(payload) + 1) + kind + payload)


def drop_capabilities():
    libc.prctl(PR_CAP_AMBIENT, 4, 0, 0, 0)
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break
    header = struct.pack("Ii", 0x20080522, 0)
    must(libc.capset(ctypes.c_char_p(header), ctypes.c_char_p(b"\0" * 24)), "capset")
    must(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


def filter_system_calls(program):
    if not program:
        return
    buffer = ctypes.create_string_buffer(program, len(program))

    class Filter(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]

    loaded = Filter(len(program) // 8, ctypes.addressof(buffer))
    must(libc.prctl(PR_SET_SECCOMP, 2, ctypes.byref(loaded), 0, 0), "seccomp")


def limit(job):
    seconds = int(job["timeMillis"] / 1000) + 2
    for what, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, job["scratchBytes"]),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, job["processes"]),
        (resource.RLIMIT_DATA, job["memoryBytes"]),
        (resource.RLIMIT_AS, job["memoryBytes"] + (256 << 20)),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ):
        resource.setrlimit(what, (value, value))


def send(kind, payload=b""):
    write_all(ANSWERS, kind + payload)
    os._exit(0)


class CountingSink(io.TextIOBase):
    """What the code prints is no part of its answer: it is counted, and too much ends the run."""

    def __init__(self, most):
        self.left = most

    def writable(self):
        return True

    def write(self, text):
        self.left -= len(text)
        if self.left < 0:
            send(b"L", b"output")
        return len(text)


def trimmed(error):
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code is run_code.__code__:
        frames = frames.tb_next
    lines = traceback.format_exception(type(error), error, frames)
    if frames is None and not isinstance(error, SyntaxError):
        lines = traceback.format_exception_only(type(error), error)
    return "".join(lines).encode("utf-8", "replace")[: 64 << 10]


def run_code(job):
    sys.stdin = io.StringIO("")
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = CountingSink(job["outputBytes"])
    main_module = types.ModuleType("__main__")
    space = main_module.__dict__
    # Names that Dify's own wrapper leaves in the global scope of the code.
    space.update(json=json, os=os, sys=sys, traceback=traceback, ctypes=ctypes)
    space.update(b64decode=base64.b64decode)
    sys.modules["__main__"] = main_module
    try:
        exec(compile(job["code"], "<string>", "exec", dont_inherit=True), space)
        if "main" not in space:
            raise NameError("name 'main' is not defined")
        result = space["main"](**json.loads(job["inputs"]))
        text = json.dumps(result).encode()
    except MemoryError:
        send(b"L", b"memory")
    except SystemExit:
        os._exit(0)
    except BaseException as error:
        send(b"E", trimmed(error))
    if len(text) > job["outputBytes"]:
        send(b"L", b"output")
    send(b"R", text)


def become_user_process(job, program, writer):
    """First thing in the forked child: nothing of the server's may be reachable afterwards."""
    os.dup2(writer, ANSWERS)
    null = os.open("/dev/null", os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.closerange(4, 256)
    os.chdir("/tmp")
    drop_capabilities()
    limit(job)
    filter_system_calls(program)


def collect(reader, most, deadline):
    """Reads the child's answer; the kind is T or L where the supervisor had to end it."""
    poller = select.poll()
    poller.register(reader, select.POLLIN | select.POLLHUP)
    parts, size = [], 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not poller.poll(left * 1000):
            return b"T", b""
        part = os.read(reader, 1 << 20)
        if not part:
            break
        size += len(part)
        if size > most + (1 << 17):
            return b"L", b"output"
        parts.append(part)
    whole = b"".join(parts)
    return whole[:1], whole[1:]


def verdict(kind, payload, status, usage, job):
    # The code can write to the pipe as well, so what comes from it is believed about itself only.
    if kind in (b"R", b"E", b"L", b"T"):
        return kind, payload
    if not kind and os.WIFEXITED(status) and os.WEXITSTATUS(status) == NOT_CONFINED:
        return b"F", b"the process could not be confined"
    if not kind and os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if usage.ru_utime + usage.ru_stime > job["timeMillis"] / 1000:
            return b"T", b""
        if number == signal.SIGXFSZ:
            return b"L", b"file size"
        if number == signal.SIGKILL:
            return b"L", b"memory"
        return b"E", ("error: signal: " + signal.strsignal(number).lower()).encode()
    return b"N", b""


def supervise(job, program):
    must(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "pdeathsig")
    # With a filter there are no System V objects to keep apart, and an IPC namespace costs a lot.
    must(libc.unshare(CLONE_NEWPID if program else CLONE_NEWPID | CLONE_NEWIPC), "unshare")
    reader, writer = os.pipe()
    deadline = time.monotonic() + job["timeMillis"] / 1000
    child = os.fork()
    if child == 0:
        try:
            become_user_process(job, program, writer)
        except BaseException:
            os._exit(NOT_CONFINED)
        try:
            run_code(job)
        finally:
            os._exit(1)
    os.close(writer)
    kind, payload = collect(reader, job["outputBytes"], deadline)
    os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    answer(*verdict(kind, payload, status, usage, job))


def fresh_scratch(size):
    options = "size=%d,nr_inodes=1024,mode=1777" % size
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC
    must(libc.mount(b"scratch", b"/tmp", b"tmpfs", flags, options.encode()), "mount")


def prepare(scratch_bytes):
    # A mount namespace of its own user namespace: else the kernel does not let it mount.
    must(libc.unshare(CLONE_NEWNS), "unshare")
    fresh_scratch(scratch_bytes)
    must(libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "dumpable")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.collect()
    gc.freeze()


def serve(program, scratch_bytes):
    try:
        prepare(scratch_bytes)
    except OSError as error:
        answer(b"F", repr(error).encode())
        os._exit(1)
    answer(b"H")
    while True:
        job = json.loads(read_exactly(struct.unpack(">I", read_exactly(4))[0]))
        supervisor = os.fork()
        if supervisor == 0:
            try:
                supervise(job, program)
            except BaseException as error:
                answer(b"F", repr(error).encode())
            finally:
                os._exit(0)
        del job
        os.waitpid(supervisor, 0)
        if os.listdir("/tmp"):
            must(libc.umount2(b"/tmp", MNT_DETACH), "umount")
            fresh_scratch(scratch_bytes)


serve(bytes.fromhex(sys.argv[1]), int(sys.argv[2]))
