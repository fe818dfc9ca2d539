# OpenStack Swift with its S3 interface, the whole of it in one process that needs no other: python3 s3-store.py FOLDER PORT
# The access key is test:tester, the secret testing. FOLDER lies on a filesystem with extended attributes and keeps what is stored.
import logging
import os
import sys

import eventlet
from eventlet import wsgi
from swift.common import utils

folder, port = sys.argv[1], int(sys.argv[2])


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(text)
    return path


# Where the filesystem has no extended attributes it ends here, instead of refusing every object later.
os.setxattr(folder, "user.passalong", b"tried")
# What it has to say goes to standard error instead of the machine's log.
utils.ThreadSafeSysLogHandler = lambda **_: logging.StreamHandler()
write("swift.conf", "[swift-hash]\nswift_hash_path_prefix = test\nswift_hash_path_suffix = test\n")
utils.set_swift_dir(folder)
utils.eventlet_monkey_patch()
utils.FALLOCATE_RESERVE = 0

# Only now: they look at what was set above when they are loaded.
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import SwiftHttpProtocol, loadapp  # noqa: E402

settings = f"""[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
disable_fallocate = true
log_level = ERROR
"""
filters = ["catch_errors", "gatekeeper", "s3api", "tempauth", "slo", "dlo"]
proxy = f"""[pipeline:main]
pipeline = {" ".join(filters)} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
""" + "".join(f"[filter:{name}]\nuse = egg:swift#{name}\n" for name in filters)
proxy = proxy.replace("#tempauth\n", "#tempauth\nuser_test_tester = testing .admin\n")
# Lists in short pages: otherwise whoever tests pages has to store a thousand objects.
proxy = proxy.replace("#s3api\n", "#s3api\nmax_bucket_listing = 100\n")


class Memory:
    """As much of memcached as the proxy asks for."""

    def __init__(self):
        self.values = {}

    def get(self, key, **_):
        return self.values.get(key)

    def set(self, key, value, **_):
        self.values[key] = value

    def delete(self, key, **_):
        self.values.pop(key, None)


def serve(socket, app):
    return eventlet.spawn(
        wsgi.server,
        socket,
        app,
        utils.NullLogger(),
        protocol=SwiftHttpProtocol,
        socket_timeout=60,
        # Otherwise "ETag" goes out as "Etag".
        capitalize_response_headers=False,
    )


os.makedirs(os.path.join(folder, "devices", "disk"), exist_ok=True)
for kind in ("account", "container", "object"):
    socket = eventlet.listen(("127.0.0.1", 0), backlog=512)
    # Where the proxy finds it: one copy of everything, on the one disk.
    ring = RingBuilder(part_power=4, replicas=1, min_part_hours=0)
    place = {"id": 0, "region": 1, "zone": 1, "weight": 1.0, "device": "disk"}
    ring.add_dev({**place, "ip": "127.0.0.1", "port": socket.getsockname()[1]})
    ring.rebalance()
    ring.get_ring().save(os.path.join(folder, f"{kind}.ring.gz"))
    app = f"[pipeline:main]\npipeline = {kind}-server\n[app:{kind}-server]\nuse = egg:swift#{kind}\n"
    serve(socket, loadapp(write(f"{kind}-server.conf", settings + app)))

front = loadapp(write("proxy-server.conf", settings + proxy))
memory = Memory()
socket = eventlet.listen(("127.0.0.1", port), backlog=512)
serving = serve(socket, lambda env, start: front({**env, "swift.cache": memory}, start))
print("Ready to accept connections", flush=True)
serving.wait()
